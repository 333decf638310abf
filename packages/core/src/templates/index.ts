export {
  bodyFor,
  type CompiledBody,
  type CompiledTemplate,
  compileTemplate,
  type RenderedBody,
  valuesFor,
} from './compile.ts';
export { chooseLocale } from './locales.ts';
export { judgeValues, printValues, shortestValues } from './values.ts';
