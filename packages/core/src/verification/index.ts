export { assuranceOf } from './assurance.ts';
export { type CodeText, codeText, maskCode, maskCodes } from './code-text.ts';
export { drawCode } from './draw-code.ts';
