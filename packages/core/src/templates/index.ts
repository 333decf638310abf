export {
  bodyFor,
  type CompiledBody,
  type CompiledTemplate,
  type CompileInput,
  compileTemplate,
  type RenderedBody,
  valuesFor,
} from './compile.ts';
export { chooseLocale } from './locales.ts';
export { UNSUBSCRIBE_PLACE } from './unsubscribe-place.ts';
export { judgeValues, printValues, shortestValues } from './values.ts';
