/** The plugin of semantic-release that publishes releases and reports failures, called as semantic-release calls it. */
import process from 'node:process'
import { fail, publish } from '@semantic-release/github'
import { body, file, job, repository, run, tag } from './job.mjs'

const { GITHUB_SERVER_URL, GITHUB_WORKSPACE } = process.env
const context = {
  cwd: GITHUB_WORKSPACE,
  env: process.env,
  logger: console,
  branch: { name: 'main', type: 'release', main: true },
  options: { repositoryUrl: `${GITHUB_SERVER_URL}/${repository.owner}/${repository.repo}` },
  nextRelease: { gitTag: tag, name: tag, version: tag.slice(1), notes: 'Notes.' },
  errors: [Object.assign(new Error(body), { semanticRelease: true, code: 'EGATE', details: body })],
}

await run(() => (job === 'issue' ? fail({}, context) : publish({ assets: [file] }, context)))
