export { judgeKeyword, type KeywordPlace, type KeywordVerdict, type OwnWord } from './judge-keyword.ts';
export { normaliseKeyword } from './normalise.ts';
export { KEYWORD_REPLIES, type OwnReply, type ReplyLanguage, replyLocale, replyText } from './replies.ts';
export { KEYWORDS, KEYWORDS_AS_OF, type Keyword } from './words.ts';
