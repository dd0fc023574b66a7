const DAYS_PER_ERA = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_EPOCH = 719_468;

/** A day of the Gregorian calendar, which is counted back beyond its introduction; month and day begin at 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Returns the number of a day, counted from 1970-01-01. Years begin in March here, so that a leap day is the last. */
export function epochDayOf({ year, month, day }: CalendarDate): number {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return shifted * 365 + leapDaysBefore(shifted) + dayOfYear - DAYS_BEFORE_EPOCH;
}

/** Returns the date of a day that is counted from 1970-01-01. */
export function dateOfEpochDay(epochDay: number): CalendarDate {
  const days = epochDay + DAYS_BEFORE_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = yearInEra(dayOfEra);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + leapDaysBefore(yearOfEra));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function yearInEra(dayOfEra: number): number {
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  return Math.floor((dayOfEra - leapDays) / 365);
}
