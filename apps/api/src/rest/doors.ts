import { exportAuditDoor } from './audit/export.ts';
import { listAuditDoor } from './audit/list.ts';
import { verifyAuditDoor } from './audit/verify.ts';
import { addCapDoor, listCapsDoor, previewCapDoor, removeCapDoor, setCapDoor } from './caps/caps.ts';
import { answerRuleDoor } from './compliance/answer-rule.ts';
import { checkComplianceDoor } from './compliance/check.ts';
import { listPacksDoor } from './compliance/list-packs.ts';
import { readPackDoor } from './compliance/read-pack.ts';
import { askRegistryDoor, listRegistriesDoor, removeRegistryDoor, setRegistryDoor } from './compliance/registries.ts';
import { removeRuleAnswerDoor } from './compliance/remove-answer.ts';
import { consentAsOfDoor } from './consents/as-of.ts';
import { listConsentsDoor } from './consents/list.ts';
import { readConsentProofDoor } from './consents/proof.ts';
import { readPersonHoursDoor } from './consents/read-hours.ts';
import { recordConsentDoor } from './consents/record.ts';
import { setPersonHoursDoor } from './consents/set-hours.ts';
import { verifyConsentsDoor } from './consents/verify.ts';
import { listCountriesDoor } from './countries/list.ts';
import { readCountryDoor } from './countries/read.ts';
import { removeCountryDoor } from './countries/remove.ts';
import { setCountryDoor } from './countries/set.ts';
import { checkDltDoor } from './dlt/check.ts';
import { listDltExpiringDoor } from './dlt/expiring.ts';
import { importDltFileDoor } from './dlt/import.ts';
import { listDltEntriesDoor } from './dlt/list.ts';
import { removeDltEntryDoor } from './dlt/remove.ts';
import { SAVE_DLT_DOORS } from './dlt/save.ts';
import type { Door } from './door.ts';
import { addPrefixDoor } from './fraud/add-prefix.ts';
import { liftPrefixDoor } from './fraud/lift-prefix.ts';
import { listPrefixesDoor } from './fraud/list-prefixes.ts';
import { readFraudRulesDoor } from './fraud/read-rules.ts';
import { setFraudRulesDoor } from './fraud/set-rules.ts';
import { addImportPartDoor } from './imports/add-part.ts';
import { createImportDoor } from './imports/create.ts';
import { cancelImportDoor, undoImportDoor } from './imports/end.ts';
import { getImportDoor, listImportErrorsDoor, listImportsDoor, previewImportDoor } from './imports/read.ts';
import { startImportDoor } from './imports/start.ts';
import { addKeywordDoor, listKeywordsDoor, removeKeywordDoor, setKeywordReplyDoor } from './inbound/keywords.ts';
import { listInboundDoor } from './inbound/list.ts';
import { readInboundDoor } from './inbound/read.ts';
import { addMemberDoor } from './lists/add-member.ts';
import { changeListDoor } from './lists/change.ts';
import { createListDoor } from './lists/create.ts';
import { listListsDoor } from './lists/list.ts';
import { listMembersDoor } from './lists/members.ts';
import { readListDoor } from './lists/read.ts';
import { cancelMessageDoor } from './messages/cancel.ts';
import { listMessagesDoor } from './messages/list.ts';
import { readMessageDoor } from './messages/read.ts';
import { readTimelineDoor } from './messages/read-timeline.ts';
import { sendMessageDoor } from './messages/send.ts';
import { sendBatchDoor } from './messages/send-batch.ts';
import { getNumberLookupDoor, lookUpNumbersDoor, setNumberLookupDoor } from './networks/lookups.ts';
import { importNetworkTableDoor, listNetworksDoor } from './networks/networks.ts';
import { readCertificateDoor } from './people/certificate.ts';
import { erasePersonDoor } from './people/erase.ts';
import { exportPersonDoor } from './people/export.ts';
import { findPersonDoor } from './people/find.ts';
import { readKeptDoor } from './people/kept.ts';
import { liftRestrictionDoor } from './people/lift.ts';
import { objectDoor } from './people/object.ts';
import { rectifyPersonDoor } from './people/rectify.ts';
import { listPersonRequestsDoor } from './people/requests.ts';
import { restrictPersonDoor } from './people/restrict.ts';
import { verifyCertificateDoor } from './people/verify-certificate.ts';
import { listPriceChangesDoor, undoPriceChangeDoor } from './prices/changes.ts';
import { importPriceListDoor } from './prices/import.ts';
import { listPricesDoor } from './prices/list.ts';
import { listExchangeRatesDoor, removeExchangeRateDoor, setExchangeRatesDoor } from './prices/rates.ts';
import { listRequestsDoor } from './requests/list.ts';
import { readRequestDoor } from './requests/read.ts';
import { readConcentrationDoor, setConcentrationLimitDoor } from './routing/concentration.ts';
import { previewRoutingDoor } from './routing/preview.ts';
import { quoteSendDoor } from './routing/quote.ts';
import { previewSubstitutionDoor, readSubstitutionsDoor, setSubstitutionsDoor } from './routing/substitutions.ts';
import {
  addSenderDoor,
  listSendersDoor,
  readShownSenderDoor,
  removeSenderDoor,
  setSenderDoor,
} from './senders/senders.ts';
import { addSuppressionDoor } from './suppressions/add.ts';
import { listSuppressionsDoor } from './suppressions/list.ts';
import { removeSuppressionDoor } from './suppressions/remove.ts';
import { addTemplateVersionDoor } from './templates/add-version.ts';
import { createTemplateDoor } from './templates/create.ts';
import { listGlossaryDoor, removeGlossaryTermDoor, setGlossaryTermDoor } from './templates/glossary.ts';
import { listTemplatesDoor } from './templates/list.ts';
import { MOVE_TEMPLATE_DOORS } from './templates/move.ts';
import { previewTemplateDoor } from './templates/preview.ts';
import { readTemplateDoor } from './templates/read.ts';
import { readTemplateVersionDoor } from './templates/read-version.ts';
import {
  draftTranslationsDoor,
  getTranslationDoor,
  reviewTranslationDoor,
  setTranslationDoor,
} from './templates/translations.ts';
import { listTopicsDoor, removeTopicDoor, saveTopicDoor } from './topics/topics.ts';
import { cancelVerificationDoor } from './verifications/cancel.ts';
import { checkVerificationDoor } from './verifications/check.ts';
import { listVerificationsDoor } from './verifications/list.ts';
import { readVerificationDoor } from './verifications/read.ts';
import { startVerificationDoor } from './verifications/start.ts';
import { changeWebhookDoor } from './webhooks/change.ts';
import { createWebhookDoor } from './webhooks/create.ts';
import { listWebhookDeliveriesDoor } from './webhooks/deliveries.ts';
import { listWebhooksDoor } from './webhooks/list.ts';
import { readWebhookDoor } from './webhooks/read.ts';
import { removeWebhookDoor } from './webhooks/remove.ts';
import { replayWebhookDoor } from './webhooks/replay.ts';
import { rotateWebhookSecretDoor } from './webhooks/rotate-secret.ts';
import { testWebhookDoor } from './webhooks/test.ts';
import { changeWorkspaceDoor } from './workspace/change.ts';
import { readWorkspaceDoor } from './workspace/read.ts';

/** What the public API can do, in the order of the reference. */
export const DOORS: readonly Door[] = [
  sendMessageDoor,
  sendBatchDoor,
  listMessagesDoor,
  readMessageDoor,
  readTimelineDoor,
  cancelMessageDoor,
  createTemplateDoor,
  listTemplatesDoor,
  previewTemplateDoor,
  readTemplateDoor,
  addTemplateVersionDoor,
  readTemplateVersionDoor,
  ...MOVE_TEMPLATE_DOORS,
  draftTranslationsDoor,
  reviewTranslationDoor,
  getTranslationDoor,
  setTranslationDoor,
  listGlossaryDoor,
  setGlossaryTermDoor,
  removeGlossaryTermDoor,
  startVerificationDoor,
  checkVerificationDoor,
  listVerificationsDoor,
  readVerificationDoor,
  cancelVerificationDoor,
  listPrefixesDoor,
  addPrefixDoor,
  liftPrefixDoor,
  readFraudRulesDoor,
  setFraudRulesDoor,
  previewRoutingDoor,
  quoteSendDoor,
  readConcentrationDoor,
  setConcentrationLimitDoor,
  readSubstitutionsDoor,
  setSubstitutionsDoor,
  previewSubstitutionDoor,
  addSuppressionDoor,
  listSuppressionsDoor,
  removeSuppressionDoor,
  listCapsDoor,
  addCapDoor,
  previewCapDoor,
  setCapDoor,
  removeCapDoor,
  recordConsentDoor,
  listConsentsDoor,
  setPersonHoursDoor,
  readPersonHoursDoor,
  consentAsOfDoor,
  verifyConsentsDoor,
  readConsentProofDoor,
  listTopicsDoor,
  saveTopicDoor,
  removeTopicDoor,
  createListDoor,
  listListsDoor,
  readListDoor,
  changeListDoor,
  addMemberDoor,
  listMembersDoor,
  createImportDoor,
  listImportsDoor,
  getImportDoor,
  addImportPartDoor,
  previewImportDoor,
  startImportDoor,
  listImportErrorsDoor,
  cancelImportDoor,
  undoImportDoor,
  findPersonDoor,
  exportPersonDoor,
  erasePersonDoor,
  rectifyPersonDoor,
  restrictPersonDoor,
  liftRestrictionDoor,
  objectDoor,
  listPersonRequestsDoor,
  readCertificateDoor,
  verifyCertificateDoor,
  readKeptDoor,
  listInboundDoor,
  readInboundDoor,
  listKeywordsDoor,
  addKeywordDoor,
  removeKeywordDoor,
  setKeywordReplyDoor,
  createWebhookDoor,
  listWebhooksDoor,
  readWebhookDoor,
  changeWebhookDoor,
  removeWebhookDoor,
  rotateWebhookSecretDoor,
  testWebhookDoor,
  replayWebhookDoor,
  listWebhookDeliveriesDoor,
  listAuditDoor,
  exportAuditDoor,
  verifyAuditDoor,
  listCountriesDoor,
  readCountryDoor,
  setCountryDoor,
  removeCountryDoor,
  checkDltDoor,
  listDltEntriesDoor,
  listDltExpiringDoor,
  importDltFileDoor,
  ...SAVE_DLT_DOORS,
  removeDltEntryDoor,
  checkComplianceDoor,
  listPacksDoor,
  readPackDoor,
  answerRuleDoor,
  removeRuleAnswerDoor,
  listSendersDoor,
  readShownSenderDoor,
  addSenderDoor,
  setSenderDoor,
  removeSenderDoor,
  listRegistriesDoor,
  setRegistryDoor,
  removeRegistryDoor,
  askRegistryDoor,
  importPriceListDoor,
  listPricesDoor,
  listPriceChangesDoor,
  undoPriceChangeDoor,
  getNumberLookupDoor,
  setNumberLookupDoor,
  lookUpNumbersDoor,
  listNetworksDoor,
  importNetworkTableDoor,
  listExchangeRatesDoor,
  setExchangeRatesDoor,
  removeExchangeRateDoor,
  listRequestsDoor,
  readRequestDoor,
  readWorkspaceDoor,
  changeWorkspaceDoor,
];
