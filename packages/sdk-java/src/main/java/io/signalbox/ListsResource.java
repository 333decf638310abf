// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.lists()}. */
public final class ListsResource {
    private final Transport transport;

    ListsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Make a list. A list people opt in to, on one channel. With double opt-in a person is on it once the link
     * in the message that was sent has been confirmed.
     * {@code POST /v1/lists}
     */
    public ListView create(CreateListRequest body) {
        return create(body, RequestOptions.none());
    }

    /**
     * Make a list. A list people opt in to, on one channel. With double opt-in a person is on it once the link
     * in the message that was sent has been confirmed.
     * {@code POST /v1/lists}
     */
    public ListView create(CreateListRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/lists", null, body, false, options)), ListView::fromJson);
    }

    /**
     * List the lists. By name, with how many people stand how to each.
     * {@code GET /v1/lists}
     */
    public ListsView list() {
        return list(RequestOptions.none());
    }

    /**
     * List the lists. By name, with how many people stand how to each.
     * {@code GET /v1/lists}
     */
    public ListsView list(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/lists", null, null, false, options)), ListsView::fromJson);
    }

    /**
     * Read a list. With how many people stand how to it.
     * {@code GET /v1/lists/{id}}
     */
    public ListView read(String id) {
        return read(id, RequestOptions.none());
    }

    /**
     * Read a list. With how many people stand how to it.
     * {@code GET /v1/lists/{id}}
     */
    public ListView read(String id, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/lists/" + Transport.segment(id), null, null, false, options)), ListView::fromJson);
    }

    /**
     * Change a list. What is left out stays as it is. What people were shown before stays in the ledger with
     * their consents.
     * {@code PATCH /v1/lists/{id}}
     */
    public ListView change(String id, ChangeListRequest body) {
        return change(id, body, RequestOptions.none());
    }

    /**
     * Change a list. What is left out stays as it is. What people were shown before stays in the ledger with
     * their consents.
     * {@code PATCH /v1/lists/{id}}
     */
    public ListView change(String id, ChangeListRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PATCH", "/v1/lists/" + Transport.segment(id), null, body, false, options)), ListView::fromJson);
    }

    /**
     * Add a person. On a list with double opt-in the person is sent the message that asks to confirm it.
     * Whoever is on the list already, or was asked and has time left, is sent nothing.
     * {@code POST /v1/lists/{id}/members}
     */
    public MemberOfList addMember(String id, AddMemberRequest body) {
        return addMember(id, body, RequestOptions.none());
    }

    /**
     * Add a person. On a list with double opt-in the person is sent the message that asks to confirm it.
     * Whoever is on the list already, or was asked and has time left, is sent nothing.
     * {@code POST /v1/lists/{id}/members}
     */
    public MemberOfList addMember(String id, AddMemberRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("POST", "/v1/lists/" + Transport.segment(id) + "/members", null, body, false, options)), MemberOfList::fromJson);
    }

    /**
     * List the people of a list. By address. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/lists/{id}/members}
     */
    public Pages<MemberOfList> listMembers(String id) {
        return listMembers(id, ListListMembersParams.builder().build());
    }

    /**
     * List the people of a list. By address. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/lists/{id}/members}
     */
    public Pages<MemberOfList> listMembers(String id, ListListMembersParams query) {
        return listMembers(id, query, RequestOptions.none());
    }

    /**
     * List the people of a list. By address. Give {@code next_cursor} of one page as {@code cursor} of the next; null means
     * there is no more.
     * {@code GET /v1/lists/{id}/members}
     */
    public Pages<MemberOfList> listMembers(String id, ListListMembersParams query, RequestOptions options) {
        return transport.pages(new Transport.Call("GET", "/v1/lists/" + Transport.segment(id) + "/members", query, null, false, options), item -> Json.object(item, MemberOfList::fromJson));
    }
}
