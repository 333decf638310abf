<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\GlossaryView;
use Signalbox\Model\TemplateDetail;
use Signalbox\Model\TemplatePreview;
use Signalbox\Model\TemplateVersionView;
use Signalbox\Model\TemplateView;
use Signalbox\Model\TranslationView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->templates`. */
final class Templates
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Create a template. Stores a template with its first version, a draft: bodies in Liquid for each channel and
     * language, and the variables they print. Bodies print variables (`{{ name }}`) through the filters upcase,
     * downcase, capitalize, strip, truncate, default and number, and choose by the tags if, unless and case; there
     * are no loops, files or properties. Money and days are written as the language writes them; what is printed
     * into HTML is escaped. A mail is written as text, as HTML or as MJML (`mjml`): that is made into HTML once,
     * when the version is stored, with a text part unless one is written; it includes no file and loads no font, and
     * what is wrong with it is told by its line. Live sends go by approved versions only: submit it, and have it
     * approved.
     * `POST /v1/templates`
     *
     * @param string $key What sends name it by; it never changes.
     * @param 'otp'|'transactional'|'marketing' $class The class of the messages it is for; a send of another class is refused.
     * @param string $defaultLocale The language taken when the one asked for has no body. Each channel has a body in it.
     * @param list<array{channel: 'sms'|'email', locale: string, text?: string, dlt_template_id?: string, subject?: string, html?: string, mjml?: string}> $bodies
     * @param string|null $topic What its messages are about, one of `GET /v1/topics`; a send may name another. Of marketing alone.
     * @param list<array{name: string, type: 'text'|'number'|'money'|'date'|'url'|'code'|'flag', sample: mixed, optional?: bool}>|null $variables
     */
    public function create(
        string $key,
        string $name,
        string $class,
        string $defaultLocale,
        array $bodies,
        ?string $topic = null,
        ?array $variables = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates',
            body: [
                'key' => $key,
                'name' => $name,
                'topic' => $topic,
                'class' => $class,
                'default_locale' => $defaultLocale,
                'variables' => $variables,
                'bodies' => $bodies,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
     * `live_version` is the one that live sends go by. Give `next_cursor` of one page as `cursor` of the next.
     * `GET /v1/templates`
     *
     * @param string|null $search Text to be found in the key or the name.
     * @param 'draft'|'submitted'|'approved'|'rejected'|'paused'|null $state How the newest version stands.
     * @param 'otp'|'transactional'|'marketing'|null $class
     * @return Pages<TemplateView>
     */
    public function list(
        ?string $search = null,
        ?string $state = null,
        ?string $class = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            TemplateView::fromArray(...),
            'GET',
            '/v1/templates',
            query: [
                'search' => $search,
                'state' => $state,
                'class' => $class,
                'limit' => $limit,
                'cursor' => $cursor,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Preview a template. Renders each body with the samples, or with the values given, and stores and sends
     * nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India would say, what
     * mailboxes will make of a mail (its length, links, images, colours), what each language says differently from
     * the default one (variables, terms of the glossary, length), and everything that is wrong.
     * `POST /v1/templates/preview`
     *
     * @param 'otp'|'transactional'|'marketing' $class The class of the messages it is for; a send of another class is refused.
     * @param string $defaultLocale The language taken when the one asked for has no body. Each channel has a body in it.
     * @param list<array{channel: 'sms'|'email', locale: string, text?: string, dlt_template_id?: string, subject?: string, html?: string, mjml?: string}> $bodies
     * @param list<array{name: string, type: 'text'|'number'|'money'|'date'|'url'|'code'|'flag', sample: mixed, optional?: bool}>|null $variables
     * @param array<string, mixed>|null $values
     */
    public function preview(
        string $class,
        string $defaultLocale,
        array $bodies,
        ?array $variables = null,
        ?array $values = null,
        ?float $timeoutSeconds = null,
    ): TemplatePreview {
        return TemplatePreview::fromArray($this->transport->call(
            'POST',
            '/v1/templates/preview',
            body: [
                'class' => $class,
                'default_locale' => $defaultLocale,
                'variables' => $variables,
                'bodies' => $bodies,
                'values' => $values === null ? null : (object) $values,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a template. The template, what its newest version says, and how each of its versions stands.
     * `GET /v1/templates/{key}`
     */
    public function read(
        string $key,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'GET',
            '/v1/templates/' . Transport::segment($key),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Add a version to a template. Stores the next version, a draft. What a version says never changes: messages
     * name the version they were written by. Live sends go on by the newest approved version until this one is
     * approved.
     * `POST /v1/templates/{key}/versions`
     *
     * @param list<array{channel: 'sms'|'email', locale: string, text?: string, dlt_template_id?: string, subject?: string, html?: string, mjml?: string}> $bodies
     * @param list<array{name: string, type: 'text'|'number'|'money'|'date'|'url'|'code'|'flag', sample: mixed, optional?: bool}>|null $variables
     */
    public function addVersion(
        string $key,
        array $bodies,
        ?array $variables = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions',
            body: [
                'variables' => $variables,
                'bodies' => $bodies,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a version of a template. What the version says, which never changes, and who wrote, submitted and decided
     * it.
     * `GET /v1/templates/{key}/versions/{version}`
     */
    public function readVersion(
        string $key,
        string $version,
        ?float $timeoutSeconds = null,
    ): TemplateVersionView {
        return TemplateVersionView::fromArray($this->transport->call(
            'GET',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Submit a version. Asks for the approval of a draft.
     * `POST /v1/templates/{key}/versions/{version}/submit`
     */
    public function submit(
        string $key,
        string $version,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version) . '/submit',
            body: [
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Approve a version. Live sends go by it from now on. Where the workspace wants a second person, a key approves
     * nothing: that is done in the console, by somebody who neither wrote nor submitted the version.
     * `POST /v1/templates/{key}/versions/{version}/approve`
     */
    public function approve(
        string $key,
        string $version,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version) . '/approve',
            body: [
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Reject a version. Says no to a submitted version, and why. What it says never changes: mend it by a new
     * version.
     * `POST /v1/templates/{key}/versions/{version}/reject`
     */
    public function reject(
        string $key,
        string $version,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version) . '/reject',
            body: [
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Pause a version. No further message is written by it; live sends go by the newest approved version before it,
     * if there is one. Messages that were accepted go out.
     * `POST /v1/templates/{key}/versions/{version}/pause`
     */
    public function pause(
        string $key,
        string $version,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version) . '/pause',
            body: [
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Resume a version. A paused version counts as approved again.
     * `POST /v1/templates/{key}/versions/{version}/resume`
     */
    public function resume(
        string $key,
        string $version,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/versions/' . Transport::segment($version) . '/resume',
            body: [
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Draft languages. Has the translation service draft languages, all at once in the background; `drafting` of the
     * template says how it goes. What every channel says in the default language and not yet in these, or there in a
     * text that is `stale`, becomes the next version, each text marked in `translations` as a draft of a machine. A
     * draft in which a variable, a tag, a link or a term of the glossary did not come back is refused, with which.
     * `POST /v1/templates/{key}/translations`
     *
     * @param list<string> $locales The languages to draft; in each, what every channel says in the default language and not yet there, or there in a text that is `stale`.
     */
    public function draftTranslations(
        string $key,
        array $locales,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/translations',
            body: [
                'locales' => $locales,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Review a draft. Moves a drafted text of the newest version: `begin` its review, `accept` it (with `body` in
     * other words), `reject` it, which takes it out, or `reopen` what was reviewed. One that is `stale`, since the
     * default language says something else than when it was reviewed, is accepted or rejected at once. What is
     * changed or taken out makes the next version. Until every drafted text is reviewed the version is not
     * submitted, approved or sent. Where the workspace wants a second person, whoever asked for a draft does not
     * accept it, and a key accepts none.
     * `POST /v1/templates/{key}/translations/review`
     *
     * @param int $version The newest version of the template, a draft.
     * @param 'sms'|'email'|'voice' $channel
     * @param 'begin'|'accept'|'reject'|'reopen' $move
     * @param array{channel: 'sms'|'email', locale: string, text?: string, dlt_template_id?: string, subject?: string, html?: string, mjml?: string}|null $body With `accept`: what it is to say instead, of the same channel and language. What a version says never changes, so it becomes the next version.
     */
    public function reviewTranslation(
        string $key,
        int $version,
        string $channel,
        string $locale,
        string $move,
        ?array $body = null,
        ?string $comment = null,
        ?float $timeoutSeconds = null,
    ): TemplateDetail {
        return TemplateDetail::fromArray($this->transport->call(
            'POST',
            '/v1/templates/' . Transport::segment($key) . '/translations/review',
            body: [
                'version' => $version,
                'channel' => $channel,
                'locale' => $locale,
                'move' => $move,
                'body' => $body,
                'comment' => $comment,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read the translation service. The service that drafts languages of templates, and how often it was asked
     * today. Its key is never shown.
     * `GET /v1/translation`
     */
    public function getTranslation(
        ?float $timeoutSeconds = null,
    ): TranslationView {
        return TranslationView::fromArray($this->transport->call(
            'GET',
            '/v1/translation',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set the translation service. Sets a service that speaks as LibreTranslate does, as a whole; a `secret` that is
     * left out stays. It is sent the words of templates alone: variables, tags, links and terms of the glossary stay
     * here. Needs a key of live.
     * `PUT /v1/translation`
     *
     * @param array{url: string, timeout_ms?: int, daily_requests?: int} $service
     * @param int|null $version The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
     * @param string|null $secret The API key of the service. Left out it stays as it is; empty it is removed.
     */
    public function setTranslation(
        bool $enabled,
        array $service,
        ?int $version = null,
        ?string $secret = null,
        ?float $timeoutSeconds = null,
    ): TranslationView {
        return TranslationView::fromArray($this->transport->call(
            'PUT',
            '/v1/translation',
            body: [
                'version' => $version,
                'enabled' => $enabled,
                'service' => $service,
                'secret' => $secret,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the glossary. The fixed terms and what each is called in a language. Translations of templates are
     * checked by them, and drafts of a service say them so.
     * `GET /v1/glossary`
     */
    public function listGlossary(
        ?float $timeoutSeconds = null,
    ): GlossaryView {
        return GlossaryView::fromArray($this->transport->call(
            'GET',
            '/v1/glossary',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set a term. Says what a term is called in a language, in place of what was said before; a `translation` of
     * null keeps the term as it is.
     * `PUT /v1/glossary/{term}`
     *
     * @param string|null $locale The language it is for, with those that begin with it; null is every language without an entry of its own.
     * @param string|null $translation What it is called there; null says that it is never translated.
     */
    public function setGlossaryTerm(
        string $term,
        ?string $locale = null,
        ?string $translation = null,
        ?float $timeoutSeconds = null,
    ): GlossaryView {
        return GlossaryView::fromArray($this->transport->call(
            'PUT',
            '/v1/glossary/' . Transport::segment($term),
            body: [
                'locale' => $locale,
                'translation' => $translation,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a term. Removes what a term is called in one language, or in every language without an entry of its
     * own.
     * `DELETE /v1/glossary/{term}`
     *
     * @param string|null $locale The language of the entry; left out it is the one for every language.
     */
    public function removeGlossaryTerm(
        string $term,
        ?string $locale = null,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/glossary/' . Transport::segment($term),
            query: [
                'locale' => $locale,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
