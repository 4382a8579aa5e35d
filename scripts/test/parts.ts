/** The real parts that the tests use where they are present. */

type Parts = Readonly<Record<string, string>>

const PARTS: Parts = {
  act: 'npm test installs it',
  zizmor: 'npm test installs it',
  gh: 'npm test installs it',
  actionlint: 'install Go',
  haproxy: 'apt-get install haproxy',
  prometheus: 'apt-get install prometheus',
  'victoria-metrics': 'apt-get install victoria-metrics',
  'docker-registry': 'apt-get install docker-registry',
}

/** Those that only the long tests use. */
const LONG_PARTS: Parts = { chromium: 'apt-get install chromium' }

/** One entry for each real part of this run that is missing here, with what brings it. */
export function missingParts(env: NodeJS.ProcessEnv, run: 'test' | 'test:long' = 'test'): string[] {
  const found = JSON.parse(env.RELEASE_ACTIONS_TOOLS ?? '{}') as Record<string, string>
  return Object.entries({ ...PARTS, ...(run === 'test:long' ? LONG_PARTS : {}) })
    .filter(([name]) => found[name] === undefined)
    .map(([name, remedy]) => `tests with the real ${name} (${remedy})`)
}
