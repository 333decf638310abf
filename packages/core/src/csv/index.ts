export { guardCell, readCell } from './guard-cell.ts';
