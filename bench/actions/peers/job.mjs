/** What a peer is asked to do, from its environment. */
import process from 'node:process'

const { BENCH_JOB, GITHUB_TOKEN, GITHUB_API_URL, GITHUB_REPOSITORY = '/' } = process.env
const [owner, repo] = GITHUB_REPOSITORY.split('/')

/** `issue`: open one. `asset`: put the file onto the release. */
export const job = BENCH_JOB
export const token = GITHUB_TOKEN
export const api = GITHUB_API_URL
export const repository = { owner, repo }
export const label = process.env.BENCH_LABEL
export const tag = process.env.BENCH_TAG
/** Path of the file. */
export const file = process.env.BENCH_FILE
export const title = 'Release freeze'
export const body = 'The gate failed.'

/** Does it, and says what went wrong in one line, as an action does. */
export async function run(work) {
  try {
    await work()
  } catch (error) {
    process.stdout.write(`::error::Unhandled error: ${String(error).split('\n')[0]}\n`)
    process.exitCode = 1
  }
}
