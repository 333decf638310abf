// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;
import java.util.Map;

/**
 * VerificationView. A field is null where the api gave none.
 */
public record VerificationView(
        String id,
        String state,
        String to,
        String email,
        List<String> channels,
        String purpose,
        String appName,
        String locale,
        String country,
        String environment,
        Long codeLength,
        Long tries,
        Long triesMax,
        Boolean bound,
        String assurance,
        VerificationViewReason reason,
        VerificationBlock block,
        List<VerificationViewSends> sends,
        VerificationViewConvertedBy convertedBy,
        String createdAt,
        String expiresAt,
        String approvedAt,
        String endedAt
) {
    static VerificationView fromJson(Map<String, Object> json) {
        return new VerificationView(
            Json.text(json.get("id")),
            Json.text(json.get("state")),
            Json.text(json.get("to")),
            Json.text(json.get("email")),
            Json.list(json.get("channels"), item -> Json.text(item)),
            Json.text(json.get("purpose")),
            Json.text(json.get("app_name")),
            Json.text(json.get("locale")),
            Json.text(json.get("country")),
            Json.text(json.get("environment")),
            Json.whole(json.get("code_length")),
            Json.whole(json.get("tries")),
            Json.whole(json.get("tries_max")),
            Json.flag(json.get("bound")),
            Json.text(json.get("assurance")),
            Json.object(json.get("reason"), VerificationViewReason::fromJson),
            Json.object(json.get("block"), VerificationBlock::fromJson),
            Json.list(json.get("sends"), item -> Json.object(item, VerificationViewSends::fromJson)),
            Json.object(json.get("converted_by"), VerificationViewConvertedBy::fromJson),
            Json.text(json.get("created_at")),
            Json.text(json.get("expires_at")),
            Json.text(json.get("approved_at")),
            Json.text(json.get("ended_at")));
    }
}
