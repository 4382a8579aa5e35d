/** The real parts that the tests use where they are present. */

const PARTS: Readonly<Record<string, string>> = {
  act: 'npm test installs it',
  zizmor: 'npm test installs it',
  gh: 'npm test installs it',
  actionlint: 'install Go',
  haproxy: 'apt-get install haproxy',
  prometheus: 'apt-get install prometheus',
}

/** One entry for each real part that is missing here, with what brings it. */
export function missingParts(env: NodeJS.ProcessEnv): string[] {
  const found = JSON.parse(env.RELEASE_ACTIONS_TOOLS ?? '{}') as Record<string, string>
  return Object.entries(PARTS)
    .filter(([name]) => found[name] === undefined)
    .map(([name, remedy]) => `tests with the real ${name} (${remedy})`)
}
