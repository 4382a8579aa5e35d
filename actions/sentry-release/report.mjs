/** How the action tells its verdict: outputs, summary, one line in the log, exit code. */
import { appendFileSync } from 'node:fs'
import { env, stdout } from 'node:process'

const MARK = { pass: '🟢', fail: '🔴', inconclusive: '🟡' }

/** A verdict that could not be reached, with its reason. */
export const inconclusive = (reason, evidence = []) => ({
  verdict: 'inconclusive',
  reason,
  evidence,
})

/**
 * Writes outputs and summary; only `pass` gives the exit code 0. Texts are the action's own or were checked as inputs,
 * and are made one line all the same.
 */
export function report({ verdict, reason, evidence, release = '', finalized = '' }) {
  const line = oneLine(reason)
  const outputs = { verdict, reason: line, evidence: JSON.stringify(evidence), release, finalized }
  const text = Object.entries(outputs).map(([name, value]) => `${name}=${oneLine(value)}\n`)
  appendFileSync(env.GITHUB_OUTPUT, text.join(''))
  if (env.GITHUB_STEP_SUMMARY)
    appendFileSync(env.GITHUB_STEP_SUMMARY, page(verdict, line, evidence))
  if (verdict === 'pass') stdout.write(`pass: ${line}\n`)
  else stdout.write(`::error::Sentry release: ${verdict}: ${line.replaceAll('%', '%25')}\n`)
  return verdict === 'pass' ? 0 : 1
}

function page(verdict, reason, evidence) {
  const rows = evidence.map(
    (e) =>
      `| ${MARK[e.verdict]} ${e.verdict} | ${e.name} | ${e.answer} | ${e.limit} | \`${e.question}\` |`,
  )
  const table = [
    '|  | Question | Answer | Limit | Asked |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ]
  const parts = [`## ${MARK[verdict]} Sentry release: ${verdict}`, reason]
  if (rows.length > 0) parts.push(table.join('\n'))
  return `${parts.join('\n\n')}\n`
}

const oneLine = (text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
