// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.templates()}. */
public final class TemplatesResource {
    private final Transport transport;

    TemplatesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Create a template. Stores a template with its first version, a draft: bodies in Liquid for each channel
     * and language, and the variables they print. Bodies print variables ({@code {{ name }}}) through the filters
     * upcase, downcase, capitalize, strip, truncate, default and number, and choose by the tags if, unless and
     * case; there are no loops, files or properties. Money and days are written as the language writes them;
     * what is printed into HTML is escaped. A mail is written as text, as HTML or as MJML ({@code mjml}): that is
     * made into HTML once, when the version is stored, with a text part unless one is written; it includes no
     * file and loads no font, and what is wrong with it is told by its line. Live sends go by approved versions
     * only: submit it, and have it approved.
     * {@code POST /v1/templates}
     */
    public TemplateDetail create(CreateTemplateRequest body) {
        return create(body, RequestOptions.none());
    }

    /**
     * Create a template. Stores a template with its first version, a draft: bodies in Liquid for each channel
     * and language, and the variables they print. Bodies print variables ({@code {{ name }}}) through the filters
     * upcase, downcase, capitalize, strip, truncate, default and number, and choose by the tags if, unless and
     * case; there are no loops, files or properties. Money and days are written as the language writes them;
     * what is printed into HTML is escaped. A mail is written as text, as HTML or as MJML ({@code mjml}): that is
     * made into HTML once, when the version is stored, with a text part unless one is written; it includes no
     * file and loads no font, and what is wrong with it is told by its line. Live sends go by approved versions
     * only: submit it, and have it approved.
     * {@code POST /v1/templates}
     */
    public TemplateDetail create(CreateTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
     * {@code live_version} is the one that live sends go by. Give {@code next_cursor} of one page as {@code cursor} of the next.
     * {@code GET /v1/templates}
     */
    public Pages<TemplateView> list() {
        return list(ListTemplatesParams.builder().build());
    }

    /**
     * List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
     * {@code live_version} is the one that live sends go by. Give {@code next_cursor} of one page as {@code cursor} of the next.
     * {@code GET /v1/templates}
     */
    public Pages<TemplateView> list(ListTemplatesParams query) {
        return list(query, RequestOptions.none());
    }

    /**
     * List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
     * {@code live_version} is the one that live sends go by. Give {@code next_cursor} of one page as {@code cursor} of the next.
     * {@code GET /v1/templates}
     */
    public Pages<TemplateView> list(ListTemplatesParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/templates", query, null, false, options), item -> Json.object(item, TemplateView::fromJson));
    }

    /**
     * Preview a template. Renders each body with the samples, or with the values given, and stores and sends
     * nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India would say,
     * what mailboxes will make of a mail (its length, links, images, colours), what each language says
     * differently from the default one (variables, terms of the glossary, length), and everything that is
     * wrong.
     * {@code POST /v1/templates/preview}
     */
    public TemplatePreview preview(PreviewTemplateRequest body) {
        return preview(body, RequestOptions.none());
    }

    /**
     * Preview a template. Renders each body with the samples, or with the values given, and stores and sends
     * nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India would say,
     * what mailboxes will make of a mail (its length, links, images, colours), what each language says
     * differently from the default one (variables, terms of the glossary, length), and everything that is
     * wrong.
     * {@code POST /v1/templates/preview}
     */
    public TemplatePreview preview(PreviewTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/preview", null, body, false, options)), TemplatePreview::fromJson);
    }

    /**
     * Read a template. The template, what its newest version says, and how each of its versions stands.
     * {@code GET /v1/templates/{key}}
     */
    public TemplateDetail read(String key) {
        return read(key, RequestOptions.none());
    }

    /**
     * Read a template. The template, what its newest version says, and how each of its versions stands.
     * {@code GET /v1/templates/{key}}
     */
    public TemplateDetail read(String key, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/templates/" + Transport.segment(key), null, null, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Add a version to a template. Stores the next version, a draft. What a version says never changes:
     * messages name the version they were written by. Live sends go on by the newest approved version until
     * this one is approved.
     * {@code POST /v1/templates/{key}/versions}
     */
    public TemplateDetail addVersion(String key, TemplateContent body) {
        return addVersion(key, body, RequestOptions.none());
    }

    /**
     * Add a version to a template. Stores the next version, a draft. What a version says never changes:
     * messages name the version they were written by. Live sends go on by the newest approved version until
     * this one is approved.
     * {@code POST /v1/templates/{key}/versions}
     */
    public TemplateDetail addVersion(String key, TemplateContent body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Read a version of a template. What the version says, which never changes, and who wrote, submitted and
     * decided it.
     * {@code GET /v1/templates/{key}/versions/{version}}
     */
    public TemplateVersionView readVersion(String key, String version) {
        return readVersion(key, version, RequestOptions.none());
    }

    /**
     * Read a version of a template. What the version says, which never changes, and who wrote, submitted and
     * decided it.
     * {@code GET /v1/templates/{key}/versions/{version}}
     */
    public TemplateVersionView readVersion(String key, String version, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version), null, null, false, options)), TemplateVersionView::fromJson);
    }

    /**
     * Submit a version. Asks for the approval of a draft.
     * {@code POST /v1/templates/{key}/versions/{version}/submit}
     */
    public TemplateDetail submit(String key, String version, MoveTemplateRequest body) {
        return submit(key, version, body, RequestOptions.none());
    }

    /**
     * Submit a version. Asks for the approval of a draft.
     * {@code POST /v1/templates/{key}/versions/{version}/submit}
     */
    public TemplateDetail submit(String key, String version, MoveTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version) + "/submit", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Approve a version. Live sends go by it from now on. Where the workspace wants a second person, a key
     * approves nothing: that is done in the console, by somebody who neither wrote nor submitted the version.
     * {@code POST /v1/templates/{key}/versions/{version}/approve}
     */
    public TemplateDetail approve(String key, String version, MoveTemplateRequest body) {
        return approve(key, version, body, RequestOptions.none());
    }

    /**
     * Approve a version. Live sends go by it from now on. Where the workspace wants a second person, a key
     * approves nothing: that is done in the console, by somebody who neither wrote nor submitted the version.
     * {@code POST /v1/templates/{key}/versions/{version}/approve}
     */
    public TemplateDetail approve(String key, String version, MoveTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version) + "/approve", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Reject a version. Says no to a submitted version, and why. What it says never changes: mend it by a new
     * version.
     * {@code POST /v1/templates/{key}/versions/{version}/reject}
     */
    public TemplateDetail reject(String key, String version, MoveTemplateRequest body) {
        return reject(key, version, body, RequestOptions.none());
    }

    /**
     * Reject a version. Says no to a submitted version, and why. What it says never changes: mend it by a new
     * version.
     * {@code POST /v1/templates/{key}/versions/{version}/reject}
     */
    public TemplateDetail reject(String key, String version, MoveTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version) + "/reject", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Pause a version. No further message is written by it; live sends go by the newest approved version before
     * it, if there is one. Messages that were accepted go out.
     * {@code POST /v1/templates/{key}/versions/{version}/pause}
     */
    public TemplateDetail pause(String key, String version, MoveTemplateRequest body) {
        return pause(key, version, body, RequestOptions.none());
    }

    /**
     * Pause a version. No further message is written by it; live sends go by the newest approved version before
     * it, if there is one. Messages that were accepted go out.
     * {@code POST /v1/templates/{key}/versions/{version}/pause}
     */
    public TemplateDetail pause(String key, String version, MoveTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version) + "/pause", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Resume a version. A paused version counts as approved again.
     * {@code POST /v1/templates/{key}/versions/{version}/resume}
     */
    public TemplateDetail resume(String key, String version, MoveTemplateRequest body) {
        return resume(key, version, body, RequestOptions.none());
    }

    /**
     * Resume a version. A paused version counts as approved again.
     * {@code POST /v1/templates/{key}/versions/{version}/resume}
     */
    public TemplateDetail resume(String key, String version, MoveTemplateRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/versions/" + Transport.segment(version) + "/resume", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Draft languages. Has the translation service draft languages, all at once in the background; {@code drafting}
     * of the template says how it goes. What every channel says in the default language and not yet in these,
     * or there in a text that is {@code stale}, becomes the next version, each text marked in {@code translations} as a
     * draft of a machine. A draft in which a variable, a tag, a link or a term of the glossary did not come
     * back is refused, with which.
     * {@code POST /v1/templates/{key}/translations}
     */
    public TemplateDetail draftTranslations(String key, DraftTranslationsRequest body) {
        return draftTranslations(key, body, RequestOptions.none());
    }

    /**
     * Draft languages. Has the translation service draft languages, all at once in the background; {@code drafting}
     * of the template says how it goes. What every channel says in the default language and not yet in these,
     * or there in a text that is {@code stale}, becomes the next version, each text marked in {@code translations} as a
     * draft of a machine. A draft in which a variable, a tag, a link or a term of the glossary did not come
     * back is refused, with which.
     * {@code POST /v1/templates/{key}/translations}
     */
    public TemplateDetail draftTranslations(String key, DraftTranslationsRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/translations", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Review a draft. Moves a drafted text of the newest version: {@code begin} its review, {@code accept} it (with {@code body}
     * in other words), {@code reject} it, which takes it out, or {@code reopen} what was reviewed. One that is {@code stale},
     * since the default language says something else than when it was reviewed, is accepted or rejected at
     * once. What is changed or taken out makes the next version. Until every drafted text is reviewed the
     * version is not submitted, approved or sent. Where the workspace wants a second person, whoever asked for
     * a draft does not accept it, and a key accepts none.
     * {@code POST /v1/templates/{key}/translations/review}
     */
    public TemplateDetail reviewTranslation(String key, ReviewTranslationRequest body) {
        return reviewTranslation(key, body, RequestOptions.none());
    }

    /**
     * Review a draft. Moves a drafted text of the newest version: {@code begin} its review, {@code accept} it (with {@code body}
     * in other words), {@code reject} it, which takes it out, or {@code reopen} what was reviewed. One that is {@code stale},
     * since the default language says something else than when it was reviewed, is accepted or rejected at
     * once. What is changed or taken out makes the next version. Until every drafted text is reviewed the
     * version is not submitted, approved or sent. Where the workspace wants a second person, whoever asked for
     * a draft does not accept it, and a key accepts none.
     * {@code POST /v1/templates/{key}/translations/review}
     */
    public TemplateDetail reviewTranslation(String key, ReviewTranslationRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/templates/" + Transport.segment(key) + "/translations/review", null, body, false, options)), TemplateDetail::fromJson);
    }

    /**
     * Read the translation service. The service that drafts languages of templates, and how often it was asked
     * today. Its key is never shown.
     * {@code GET /v1/translation}
     */
    public TranslationView getTranslation() {
        return getTranslation(RequestOptions.none());
    }

    /**
     * Read the translation service. The service that drafts languages of templates, and how often it was asked
     * today. Its key is never shown.
     * {@code GET /v1/translation}
     */
    public TranslationView getTranslation(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/translation", null, null, false, options)), TranslationView::fromJson);
    }

    /**
     * Set the translation service. Sets a service that speaks as LibreTranslate does, as a whole; a {@code secret}
     * that is left out stays. It is sent the words of templates alone: variables, tags, links and terms of the
     * glossary stay here. Needs a key of live.
     * {@code PUT /v1/translation}
     */
    public TranslationView setTranslation(SetTranslationRequest body) {
        return setTranslation(body, RequestOptions.none());
    }

    /**
     * Set the translation service. Sets a service that speaks as LibreTranslate does, as a whole; a {@code secret}
     * that is left out stays. It is sent the words of templates alone: variables, tags, links and terms of the
     * glossary stay here. Needs a key of live.
     * {@code PUT /v1/translation}
     */
    public TranslationView setTranslation(SetTranslationRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/translation", null, body, false, options)), TranslationView::fromJson);
    }

    /**
     * List the glossary. The fixed terms and what each is called in a language. Translations of templates are
     * checked by them, and drafts of a service say them so.
     * {@code GET /v1/glossary}
     */
    public GlossaryView listGlossary() {
        return listGlossary(RequestOptions.none());
    }

    /**
     * List the glossary. The fixed terms and what each is called in a language. Translations of templates are
     * checked by them, and drafts of a service say them so.
     * {@code GET /v1/glossary}
     */
    public GlossaryView listGlossary(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/glossary", null, null, false, options)), GlossaryView::fromJson);
    }

    /**
     * Set a term. Says what a term is called in a language, in place of what was said before; a {@code translation}
     * of null keeps the term as it is.
     * {@code PUT /v1/glossary/{term}}
     */
    public GlossaryView setGlossaryTerm(String term, SetGlossaryTermRequest body) {
        return setGlossaryTerm(term, body, RequestOptions.none());
    }

    /**
     * Set a term. Says what a term is called in a language, in place of what was said before; a {@code translation}
     * of null keeps the term as it is.
     * {@code PUT /v1/glossary/{term}}
     */
    public GlossaryView setGlossaryTerm(String term, SetGlossaryTermRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/glossary/" + Transport.segment(term), null, body, false, options)), GlossaryView::fromJson);
    }

    /**
     * Remove a term. Removes what a term is called in one language, or in every language without an entry of
     * its own.
     * {@code DELETE /v1/glossary/{term}}
     */
    public void removeGlossaryTerm(String term) {
        removeGlossaryTerm(term, RemoveGlossaryTermParams.builder().build());
    }

    /**
     * Remove a term. Removes what a term is called in one language, or in every language without an entry of
     * its own.
     * {@code DELETE /v1/glossary/{term}}
     */
    public void removeGlossaryTerm(String term, RemoveGlossaryTermParams query) {
        removeGlossaryTerm(term, query, RequestOptions.none());
    }

    /**
     * Remove a term. Removes what a term is called in one language, or in every language without an entry of
     * its own.
     * {@code DELETE /v1/glossary/{term}}
     */
    public void removeGlossaryTerm(String term, RemoveGlossaryTermParams query, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/glossary/" + Transport.segment(term), query, null, false, options));
    }
}
