/** Last step: creates and finalises the release with the command line tool, then asks Sentry what there is now. */
import process from 'node:process'
import { askRelease, pathOf } from './ask.mjs'
import { runCli } from './cli.mjs'
import { inconclusive, report } from './report.mjs'
import { readRequest } from './request.mjs'

// As in every other action: nothing switches the verification of certificates off.
if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  console.log('::warning::NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed')
}

process.exitCode = report(await outcome(readRequest(process.env)))

async function outcome(request) {
  if (request.dryRun) return rehearsed(request, await askRelease(request))
  const exits = [await runCli(['releases', 'new', request.release], request)]
  if (request.finalize) exits.push(await runCli(['releases', 'finalize', request.release], request))
  return judged(request, await askRelease(request), exits)
}

/** Nothing is written; that Sentry answers with this token is found out all the same. */
function rehearsed(request, answer) {
  const { release, organization, project } = request
  if (answer.problem !== undefined) return inconclusive(answer.problem, [evidence(request, answer)])
  const what = answer.absent ? 'would be created' : 'exists already'
  const then = request.finalize ? ', and finalised' : ''
  const reason = `dry run: ${release} ${what} in ${organization}/${project}${then}`
  return { verdict: 'pass', reason, evidence: [], release }
}

/** What Sentry says now decides, whatever the tool's exit codes were: they stand beside it. */
function judged(request, answer, exits) {
  const found = evidence(request, answer)
  const codes = exits.join(' and ')
  if (found.verdict === 'inconclusive') return inconclusive(answer.problem, [found])
  const { release } = request
  const finalized = answer.absent ? '' : String(answer.released)
  const reason =
    found.verdict === 'pass'
      ? `${release} ${found.answer}`
      : `${release} ${found.answer}, wanted: ${found.limit}; sentry-cli exited with ${codes}`
  return { verdict: found.verdict, reason, evidence: [found], release, finalized }
}

function evidence(request, answer) {
  const { project, finalize } = request
  const limit = finalize ? `exists in ${project}, finalised` : `exists in ${project}`
  const asked = { name: 'sentry-release', question: `GET ${pathOf(request)}`, limit }
  if (answer.problem !== undefined)
    return { ...asked, verdict: 'inconclusive', answer: answer.problem }
  if (answer.absent) return { ...asked, verdict: 'fail', answer: 'does not exist' }
  if (!answer.projects.includes(project))
    return { ...asked, verdict: 'fail', answer: `exists, but not in ${project}` }
  if (finalize && !answer.released)
    return { ...asked, verdict: 'fail', answer: 'exists, but is not finalised' }
  return { ...asked, verdict: 'pass', answer: answer.released ? 'exists, finalised' : 'exists' }
}
