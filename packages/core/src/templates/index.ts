export { besideDefault } from './beside.ts';
export {
  bodyFor,
  type CompiledBody,
  type CompiledTemplate,
  type CompileInput,
  type ContentFault,
  compileTemplate,
  type RenderedBody,
  valuesFor,
} from './compile.ts';
export { type CutSource, cutSource, type DraftFault } from './cut-source.ts';
export { judgeTerms } from './glossary.ts';
export { chooseLocale } from './locales.ts';
export { judgeMail } from './mail-checks.ts';
export { textOfHtml } from './mail-text.ts';
export { judgeMjml, type LineFault } from './mjml.ts';
export { type PersonFields, personValues } from './person-values.ts';
export { UNSUBSCRIBE_PLACE } from './unsubscribe-place.ts';
export { judgeValues, printValues, shortestValues } from './values.ts';
