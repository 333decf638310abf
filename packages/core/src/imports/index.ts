export { asAsciiBytes, type FileEncoding, guessEncoding, withoutMark } from './guess-encoding.ts';
export { judgeUndo, type UndoVerdict } from './judge-undo.ts';
export { CSV_BOUNDS, type CsvScan, SCAN_BEGIN, scanCsv } from './scan-csv.ts';
