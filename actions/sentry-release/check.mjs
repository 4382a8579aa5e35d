/** First step: bad input ends the action before anything is installed or sent. */
import process from 'node:process'
import { inconclusive, report } from './report.mjs'
import { readRequest } from './request.mjs'

try {
  const { token } = readRequest(process.env)
  process.stdout.write(`::add-mask::${token}\n`)
} catch (error) {
  process.exitCode = report(inconclusive(error.message))
}
