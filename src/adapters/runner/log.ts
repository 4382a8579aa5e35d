import { spellings } from '../../domain/secret-spellings.ts'
import type { Log } from '../../ports/log.ts'

/**
 * Make text harmless on a runner's log: one line, no control characters, and neither `::command::` at its start nor
 * `##[command]` anywhere (the runner matches both).
 */
export function safeLine(text: string): string {
  return shortened(text)
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\p{Bidi_Control}]+/gu, ' ')
    .replaceAll('##[', '#​#[')
    .replace(/^\s*::/, ' :​:')
}

/** Characters. A longer line is nothing that a person reads. */
const LONGEST = 8000

/** Half a character at the cut is taken out with the other ones. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}

/** Escaping of the data part of a workflow command, as the runner decodes it. */
function data(text: string): string {
  return safeLine(text).replaceAll('%', '%25')
}

/**
 * The commands after which the runner hides a secret: as it is, each of its lines, and in the spellings in which programs
 * and answers repeat it. To the runner each text is exactly this one, unlike a line of the log.
 */
export function maskCommands(secret: string): string {
  const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const texts = new Set([secret, ...lines].flatMap((text) => [text, ...spellings(text)]))
  return [...texts].map((text) => `::add-mask::${escaped(text)}\n`).join('')
}

const escaped = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** The log of a step. Warnings and errors become annotations. */
export function runnerLog(write: (line: string) => void): Log {
  return {
    info: (line) => write(`${safeLine(line)}\n`),
    warning: (line) => write(`::warning::${data(line)}\n`),
    error: (line) => write(`::error::${data(line)}\n`),
  }
}
