export { LOOPBACK_FATES as SANDBOX_RECIPIENTS } from '@signalbox/channels/manifests';
export { nearestLocale, PERSON_LOCALES, type PersonLocale } from '@signalbox/core';
export { isDatabaseAway } from '@signalbox/db';
export {
  endOtherSessions,
  endOwnSession,
  readOwnAccount,
  renameOwnAccount,
  renameOwnPasskey,
} from './access/account.ts';
export { answerAuth } from './access/answer-auth.ts';
export { assertMay } from './access/assert-may.ts';
export type { SignedInSession } from './access/auth.ts';
export { AUTH_ROUTES } from './access/auth-routes.ts';
export {
  acceptInvitation,
  createInvitation,
  joinWorkspace,
  readInvitation,
  withdrawInvitation,
} from './access/invitations.ts';
export { issueToken, type TokenRefusal } from './access/issue-token.ts';
export type { KeyRefusal } from './access/key-ring.ts';
export { createKey, listKeys, revokeKey, rotateKey } from './access/keys.ts';
export { changeRole, listMembers, removeMember } from './access/members.ts';
export {
  readSignInRules,
  readWaysToSignIn,
  removeSingleSignOn,
  requireSecondFactor,
  saveSingleSignOn,
} from './access/sign-on/settings.ts';
export type { SendSystemMail, SystemMail } from './access/system-mail.ts';
export {
  addWorkspace,
  listWorkspaces,
  readWorkspace,
  renameOrganisation,
  saveWorkspace,
  switchWorkspace,
} from './access/workspaces.ts';
export { askApproval } from './approvals/ask.ts';
export { decideApproval, withdrawApproval } from './approvals/decide.ts';
export { listApprovals } from './approvals/list.ts';
export { listEndedApprovals } from './approvals/list-ended.ts';
export { exportAudit } from './audit/export.ts';
export { listAudit } from './audit/list.ts';
export { verifyAudit } from './audit/verify.ts';
export { listCaps, removeCap, saveCap } from './caps/caps.ts';
export { previewCap } from './caps/preview.ts';
export type { Log, World } from './clock.ts';
export { askRegistry } from './compliance/ask-registry.ts';
export { checkCompliance } from './compliance/check.ts';
export { answerRule, listPacks, readPack, removeRuleAnswer } from './compliance/packs.ts';
export { listRegistries, removeRegistry, setRegistry } from './compliance/registries.ts';
export { readConcentration, saveConcentrationLimit } from './concentration/concentration.ts';
export { readConsentAsOf } from './consent/as-of.ts';
export { readConsentProof } from './consent/proof.ts';
export { readPersonHours } from './consent/read-hours.ts';
export { listConsents, recordConsent } from './consent/record.ts';
export { setPersonHours } from './consent/set-hours.ts';
export { verifyConsents } from './consent/verify.ts';
export * from './context.ts';
export { getCountry, listCountries, removeCountry, setCountry } from './countries/countries.ts';
export { type SeededDemo, type SeedInput, seedDemo } from './demo/seed.ts';
export { checkDlt } from './dlt/check.ts';
export { type DltEntries, listDltEntries, removeDltEntry, saveDltEntries } from './dlt/entries.ts';
export { listDltExpiring } from './dlt/expiring.ts';
export { importDltFile } from './dlt/import.ts';
export { adoptChallenger } from './experiments/adopt-challenger.ts';
export { listExperiments } from './experiments/list-experiments.ts';
export { startExperiment } from './experiments/start-experiment.ts';
export { stopExperiment } from './experiments/stop-experiment.ts';
export { addPrefix, liftPrefix, listPrefixes } from './fraud/prefixes.ts';
export { getFraudRules, setFraudRules } from './fraud/rules.ts';
export { readSpent } from './fraud/spent.ts';
export { readAlertMail, saveAlertMail } from './health/alert-choice.ts';
export { mailAlerts } from './health/mail-alerts.ts';
export * from './identity.ts';
export { addImportPartTo } from './imports/add-part.ts';
export { cancelImport } from './imports/cancel-import.ts';
export { createImport } from './imports/create-import.ts';
export { getImport, listImports, readRefusedRows } from './imports/list-imports.ts';
export { readImportPreview } from './imports/read-preview.ts';
export { startImport } from './imports/start-import.ts';
export { undoImport } from './imports/undo-import.ts';
export { decideInbound } from './inbound/decide-inbound.ts';
export { addKeyword, readKeywordsView, removeKeyword, setReply } from './inbound/keywords.ts';
export { getInbound, listInbound } from './inbound/list-inbound.ts';
export type { FairUse, Standing } from './limits/fair-use.ts';
export { listRateLimits, removeRateLimit, setRateLimit } from './limits/limits.ts';
export { addMember } from './lists/add-member.ts';
export { exportMembers } from './lists/export-members.ts';
export { changeList, createList, getList, listLists, listMembersOf } from './lists/lists.ts';
export { readSignUpPage, type SignUpCall, type SignUpView, signUp, type Wish } from './lists/sign-up.ts';
export type { SendInput } from './messages/call-key.ts';
export { cancelMessage } from './messages/cancel.ts';
export { countNewer } from './messages/count-newer.ts';
export { getMessage } from './messages/get.ts';
export { countOtherEnvironment, listMessages } from './messages/list.ts';
export { maskAnswer, maskDetail, maskMessage, revealRecipient } from './messages/recipient.ts';
export { sendMessage } from './messages/send.ts';
export { sendBatch } from './messages/send-batch.ts';
export { readTimeline } from './messages/timeline.ts';
export type { SendOutput } from './messages/write-call.ts';
export { lookUpNumbers } from './networks/look-up-numbers.ts';
export { getLookup, setLookup } from './networks/lookup-settings.ts';
export { importNetworks, listNetworks } from './networks/networks.ts';
export { openServices, type ServicesOptions } from './open-services.ts';
export type { Outgoing, OutgoingRequest } from './outgoing.ts';
export { closeOnboarding, readOnboarding } from './overview/onboarding.ts';
export { readOverview } from './overview/read.ts';
export { verifyCertificate } from './people/certificate.ts';
export { decideErasure, erasePerson, readCertificate } from './people/erase.ts';
export { exportPerson } from './people/export.ts';
export { findPerson } from './people/find.ts';
export { readKept } from './people/kept.ts';
export { objectToMarketing } from './people/object.ts';
export { rectifyPerson } from './people/rectify.ts';
export { listPersonRequests } from './people/requests.ts';
export { liftRestriction, restrictPerson } from './people/restrict.ts';
export {
  addSuppression,
  listSuppressions,
  removeSuppression,
  type SuppressionView,
} from './policy/suppressions.ts';
export { listPriceChanges, undoPrices } from './prices/changes.ts';
export { importPrices } from './prices/import.ts';
export { listPrices } from './prices/list.ts';
export { quoteSend } from './prices/quote.ts';
export { listExchangeRates, removeExchangeRate, setExchangeRates } from './prices/rates.ts';
export { type CallbackAnswer, receiveCallback } from './receipts/receive-callback.ts';
export { redactedLog } from './redact.ts';
export { getRequest } from './requests/get.ts';
export { listRequests } from './requests/list.ts';
export { explainRouting } from './routing/explain.ts';
export { readRoutingHealth } from './routing/health.ts';
export { liftPause, pauseRoute } from './routing/pauses.ts';
export { previewRouting } from './routing/preview.ts';
export { listManifests, listProviders, saveProvider } from './routing/providers.ts';
export { listRoutes, saveRoute, saveWeights } from './routing/routes.ts';
export { listSenders } from './senders/list.ts';
export { removeSender } from './senders/remove.ts';
export { setSender } from './senders/set.ts';
export { readShownSender } from './senders/shown.ts';
export { previewSubstitution } from './substitution/preview.ts';
export { readSubstitutionRules, setSubstitutions } from './substitution/substitutions.ts';
export { listModels } from './success/list-models.ts';
export { switchModel } from './success/switch-model.ts';
export { listGlossary, removeTerm, saveTerm } from './templates/glossary.ts';
export { moveTemplate } from './templates/move.ts';
export { previewTemplate } from './templates/preview.ts';
export { previewForPerson, previewForSample } from './templates/preview-for.ts';
export { getTemplate, getTemplateVersion, listTemplates } from './templates/read.ts';
export { findRecipients } from './templates/recipients.ts';
export { askDrafts } from './templates/translations/ask-drafts.ts';
export { reviewTranslation } from './templates/translations/review.ts';
export { getTranslation, setTranslation } from './templates/translations/settings.ts';
export { addTemplateVersion, createTemplate } from './templates/write.ts';
export { listTopics, putTopic, removeTopic } from './topics/topics.ts';
export type { PersonAct, PersonCall } from './unsubscribe/person-call.ts';
export { actOnPersonPage, type PersonPick, type PersonView, readPersonPage } from './unsubscribe/person-page.ts';
export { cancelVerification } from './verifications/cancel.ts';
export { checkVerification } from './verifications/check.ts';
export { readVerificationFigures } from './verifications/figures.ts';
export { getVerification } from './verifications/get.ts';
export { listVerifications } from './verifications/list.ts';
export { startVerification } from './verifications/start.ts';
export { listWebhookDeliveries } from './webhooks/deliveries.ts';
export {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  removeWebhook,
  rotateWebhook,
} from './webhooks/endpoints.ts';
export { replayWebhook } from './webhooks/replay.ts';
export { testWebhook } from './webhooks/test-event.ts';
export { approveWeights, listWeightHistory, rejectWeights, undoWeights } from './weights/changes.ts';
export { readFrontier } from './weights/frontier.ts';
export { steerRamp } from './weights/steer-ramp.ts';
export { tryWeights } from './weights/try-weights.ts';
export { listWeightSets, removeWeightSet, saveWeightSet } from './weights/weight-sets.ts';
