/** The inputs of the action, checked all at once. */

const LONGEST = 64 * 1024
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/
const TRUE = ['true', 'True', 'TRUE']
const FALSE = ['false', 'False', 'FALSE']

/** Semantic Versioning 2.0.0, with or without `v`. */
const VERSION =
  /^v?((?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}(?:-[0-9A-Za-z.-]{1,50})?(?:\+[0-9A-Za-z.-]{1,50})?)$/

/** What Sentry takes for the name of a release, less what a command line or a path could misread. */
const RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+@-]{0,199}$/

/**
 * The request that the environment holds.
 * @throws Error with one line that names every bad input and its remedy; no value is repeated.
 */
export function readRequest(env) {
  const problems = []
  const read = (name, check, remedy) => {
    const text = (env[`IN_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim()
    const value = text === '' || text.length > LONGEST ? undefined : check(text)
    if (value === undefined) problems.push(`input ${name}: ${remedy}`)
    return value
  }
  const version = read('version', (text) => VERSION.exec(text)?.[1], 'give a version such as 1.4.0')
  const project = read('project', slug, 'give the project at Sentry, such as checkout-service')
  const filled = (text) => nameOf(text, project ?? 'project', version ?? '0.0.0')
  const request = {
    version,
    project,
    organization: read('organization', slug, 'give the organisation at Sentry, such as acme'),
    release: read(
      'release',
      filled,
      'give a name such as {project}@{version}, without / or spaces',
    ),
    url: read('url', address, 'give the https address of Sentry, such as https://sentry.io'),
    token: read('auth-token', oneLine, 'pass the secret SENTRY_AUTH_TOKEN'),
    finalize: read('finalize', flag, 'must be true or false'),
    dryRun: read('dry-run', flag, 'must be true or false'),
  }
  if (problems.length > 0) throw new Error(problems.join('; '))
  return request
}

const slug = (text) => (SLUG.test(text) ? text : undefined)

const oneLine = (text) => (/^[\x21-\x7e]{1,8192}$/.test(text) ? text : undefined)

function nameOf(text, project, version) {
  const name = text.replaceAll('{project}', project).replaceAll('{version}', version)
  return RELEASE.test(name) && name !== 'latest' ? name : undefined
}

function flag(text) {
  if (TRUE.includes(text)) return true
  return FALSE.includes(text) ? false : undefined
}

/** https, or http where it never leaves this machine: the token goes there. */
function address(text) {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username + url.password + url.search + url.hash !== '') return undefined
  const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
  return allowed ? url.href.replace(/\/+$/, '') : undefined
}
