export { type CalendarWindow, calendarWindow } from './calendar-window.ts';
export { localDays } from './local-days.ts';
export { type OffsetSpan, offsetsOf } from './zone-offsets.ts';
