/** Moments as text and as milliseconds since 1970, by the Gregorian calendar; the domain asks no clock. */

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-]\d\d):(\d\d))$/
const MINUTE = 60_000
const DAY = 86_400_000
/** Days of four centuries, and from the first of March of the year 0 to the first day of 1970. */
const ERA = 146_097
const EPOCH = 719_468

/** Milliseconds of an ISO 8601 text with its zone; NaN where it is none. */
export function instantOf(text: string): number {
  const found = FORM.exec(text)
  if (found === null) return Number.NaN
  const [, year, month, day, hour, minute, second, fraction = '', zone = '+00', more] = found
  const offset = Number(zone) * 60 + Number(`${zone.slice(0, 1)}${more ?? '00'}`)
  const minutes = Number(hour) * 60 + Number(minute) - offset
  const ms = Math.floor(Number(`0.${fraction || '0'}`) * 1000)
  const days = daysOf(Number(year), Number(month), Number(day))
  return days * DAY + minutes * MINUTE + Number(second ?? 0) * 1000 + ms
}

/** ISO 8601 in UTC with milliseconds, for the years 0 to 9999. */
export function instantText(time: number): string {
  const days = Math.floor(time / DAY)
  const rest = time - days * DAY
  const [year, month, day] = dateOf(days)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const clock = `${two(rest / 3_600_000)}:${two((rest / MINUTE) % 60)}:${two((rest / 1000) % 60)}`
  const ms = String(Math.floor(rest % 1000)).padStart(3, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}.${ms}Z`
}

/** The year begins in March, so that the leap day is its last. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const inEra = y - era * 400
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * ERA + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - EPOCH
}

function dateOf(days: number): readonly [year: number, month: number, day: number] {
  const era = Math.floor((days + EPOCH) / ERA)
  const inEra = days + EPOCH - era * ERA
  const leaps =
    Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / (ERA - 1))
  const year = Math.floor((inEra - leaps) / 365)
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * month + 2) / 5) + 1
  const isNext = month >= 10
  return [era * 400 + year + (isNext ? 1 : 0), isNext ? month - 9 : month + 3, day]
}
