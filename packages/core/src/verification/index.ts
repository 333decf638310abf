export { type CodeText, codeText, maskCode } from './code-text.ts';
export { drawCode } from './draw-code.ts';
