export { assuranceOf } from './assurance.ts';
export { type CodeText, codeText, maskCode, maskCodes, maskSpokenCodes } from './code-text.ts';
export { drawCode } from './draw-code.ts';
export { spokenCode } from './spoken-code.ts';
