// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.compliance()}. */
public final class ComplianceResource {
    private final Transport transport;

    ComplianceResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Ask whether a message may be sent. Answers "may I send this, to this number, now?" by the very rules that
     * will judge the message, and sends nothing: {@code decided_by} is the rule that stands against it, with its
     * source; {@code law} are the rules of the country in force for such a message, with who says so and how sure
     * that is. Leave out the sender or the content, and rules about them are not asked.
     * {@code POST /v1/compliance/check}
     */
    public ComplianceAnswer check(CheckComplianceRequest body) {
        return check(body, RequestOptions.none());
    }

    /**
     * Ask whether a message may be sent. Answers "may I send this, to this number, now?" by the very rules that
     * will judge the message, and sends nothing: {@code decided_by} is the rule that stands against it, with its
     * source; {@code law} are the rules of the country in force for such a message, with who says so and how sure
     * that is. Leave out the sender or the content, and rules about them are not asked.
     * {@code POST /v1/compliance/check}
     */
    public ComplianceAnswer check(CheckComplianceRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/compliance/check", null, body, false, options)), ComplianceAnswer::fromJson);
    }

    /**
     * List the packs of country rules. One for each country whose rules are known, by code: its version, when
     * it was last compared with its sources, how many rules are not settled, and whether marketing goes there
     * now.
     * {@code GET /v1/compliance/packs}
     */
    public PackList listPacks() {
        return listPacks(RequestOptions.none());
    }

    /**
     * List the packs of country rules. One for each country whose rules are known, by code: its version, when
     * it was last compared with its sources, how many rules are not settled, and whether marketing goes there
     * now.
     * {@code GET /v1/compliance/packs}
     */
    public PackList listPacks(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/compliance/packs", null, null, false, options)), PackList::fromJson);
    }

    /**
     * Read the rules of a country. Every rule with its dates, its readings side by side with their sources, how
     * sure it is, and which reading counts for the workspace. A country without a pack answers 404.
     * {@code GET /v1/compliance/packs/{country}}
     */
    public PackView readPack(String country) {
        return readPack(country, RequestOptions.none());
    }

    /**
     * Read the rules of a country. Every rule with its dates, its readings side by side with their sources, how
     * sure it is, and which reading counts for the workspace. A country without a pack answers 404.
     * {@code GET /v1/compliance/packs/{country}}
     */
    public PackView readPack(String country, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/compliance/packs/" + Transport.segment(country), null, null, false, options)), PackView::fromJson);
    }

    /**
     * Say how you read a rule. Where a rule is not confirmed, a workspace chooses the reading it goes by, or
     * says with {@code none} that it does not hold; of a rule with lists of words it names phrases that it found
     * harmless. Takes the place of what was said before, in live and in sandbox, and is kept in the audit log
     * with its note.
     * {@code PUT /v1/compliance/answers/{rule}}
     */
    public LegalRuleView answerRule(String rule, AnswerRuleRequest body) {
        return answerRule(rule, body, RequestOptions.none());
    }

    /**
     * Say how you read a rule. Where a rule is not confirmed, a workspace chooses the reading it goes by, or
     * says with {@code none} that it does not hold; of a rule with lists of words it names phrases that it found
     * harmless. Takes the place of what was said before, in live and in sandbox, and is kept in the audit log
     * with its note.
     * {@code PUT /v1/compliance/answers/{rule}}
     */
    public LegalRuleView answerRule(String rule, AnswerRuleRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/compliance/answers/" + Transport.segment(rule), null, body, false, options)), LegalRuleView::fromJson);
    }

    /**
     * Take an answer back. The rule holds as its pack says again.
     * {@code DELETE /v1/compliance/answers/{rule}}
     */
    public void removeRuleAnswer(String rule) {
        removeRuleAnswer(rule, RequestOptions.none());
    }

    /**
     * Take an answer back. The rule holds as its pack says again.
     * {@code DELETE /v1/compliance/answers/{rule}}
     */
    public void removeRuleAnswer(String rule, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/compliance/answers/" + Transport.segment(rule), null, null, false, options));
    }

    /**
     * List the registries. The public registries that marketing is checked against before it goes, such as IYS
     * in Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for today.
     * Secrets are never shown.
     * {@code GET /v1/compliance/registries}
     */
    public RegistryList listRegistries() {
        return listRegistries(RequestOptions.none());
    }

    /**
     * List the registries. The public registries that marketing is checked against before it goes, such as IYS
     * in Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for today.
     * Secrets are never shown.
     * {@code GET /v1/compliance/registries}
     */
    public RegistryList listRegistries(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/compliance/registries", null, null, false, options)), RegistryList::fromJson);
    }

    /**
     * Set a registry. Sets a registry as a whole; a {@code secret} that is left out stays. Marketing of live to its
     * country and channels is asked for before it is decided, unless an answer still holds or another rule
     * stops or holds the message. Without an answer a message never goes: it is held and asks again, or is
     * stopped, as {@code unanswered} says. Codes and transactional messages are never asked for. Needs a key of live.
     * {@code PUT /v1/compliance/registries/{key}}
     */
    public RegistryView setRegistry(String key, SetRegistryRequest body) {
        return setRegistry(key, body, RequestOptions.none());
    }

    /**
     * Set a registry. Sets a registry as a whole; a {@code secret} that is left out stays. Marketing of live to its
     * country and channels is asked for before it is decided, unless an answer still holds or another rule
     * stops or holds the message. Without an answer a message never goes: it is held and asks again, or is
     * stopped, as {@code unanswered} says. Codes and transactional messages are never asked for. Needs a key of live.
     * {@code PUT /v1/compliance/registries/{key}}
     */
    public RegistryView setRegistry(String key, SetRegistryRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/compliance/registries/" + Transport.segment(key), null, body, false, options)), RegistryView::fromJson);
    }

    /**
     * Remove a registry. Marketing is checked against it no more, and what it said is forgotten. Needs a key of
     * live.
     * {@code DELETE /v1/compliance/registries/{key}}
     */
    public void removeRegistry(String key) {
        removeRegistry(key, RequestOptions.none());
    }

    /**
     * Remove a registry. Marketing is checked against it no more, and what it said is forgotten. Needs a key of
     * live.
     * {@code DELETE /v1/compliance/registries/{key}}
     */
    public void removeRegistry(String key, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/compliance/registries/" + Transport.segment(key), null, null, false, options));
    }

    /**
     * Ask a registry. Asks a registry for one address now. By default nothing is asked ({@code dry_run}): the answer
     * that still holds is told, and what asking would cost. To ask needs a key of live.
     * {@code POST /v1/compliance/registries/{key}/ask}
     */
    public AskRegistryResult askRegistry(String key, AskRegistryRequest body) {
        return askRegistry(key, body, RequestOptions.none());
    }

    /**
     * Ask a registry. Asks a registry for one address now. By default nothing is asked ({@code dry_run}): the answer
     * that still holds is told, and what asking would cost. To ask needs a key of live.
     * {@code POST /v1/compliance/registries/{key}/ask}
     */
    public AskRegistryResult askRegistry(String key, AskRegistryRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/compliance/registries/" + Transport.segment(key) + "/ask", null, body, false, options)), AskRegistryResult::fromJson);
    }
}
