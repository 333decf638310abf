export {
  type ApiDocument,
  type ApiModel,
  type FieldModel,
  type ObjectModel,
  type OperationModel,
  readApiModel,
  type TypeModel,
  type WordsModel,
} from './model.ts';
export { camelCase, constantCase, javaName, pascalCase, pythonName, snakeCase, wordsOf } from './names.ts';
export { SNIPPET_LANGUAGES, type SnippetLanguage, snippet } from './snippet.ts';
export type { JsonValue, SnippetValues } from './snippet-values.ts';
