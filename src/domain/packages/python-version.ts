import parse from 'semver/functions/parse.js'

const PRE: Record<string, string> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
}

const GRAMMAR =
  /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preN>\d*))?(?:-(?<postBare>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postN>\d*))?(?:[-_.]?(?<dev>dev)[-_.]?(?<devN>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/

/**
 * The one spelling of a Python version (PEP 440), trailing zeros of the release dropped, so that equal versions are
 * equal texts: `1.0-Beta_2` and `1.0.0b2` are both `1b2`. Undefined for what is no version.
 */
export function pythonVersionKey(text: string): string | undefined {
  const groups = text.length > 128 ? undefined : GRAMMAR.exec(text.toLowerCase())?.groups
  if (groups === undefined) return undefined
  const { epoch = '0', release = '', pre, preN, local } = groups
  const parts = [
    number(epoch) === '0' ? '' : `${number(epoch)}!`,
    release
      .split('.')
      .map(number)
      .join('.')
      .replace(/(?:\.0)+$/, ''),
    pre === undefined ? '' : `${PRE[pre]}${number(preN)}`,
    postOf(groups),
    groups.dev === undefined ? '' : `.dev${number(groups.devN)}`,
    local === undefined ? '' : `+${local.split(/[-_.]/).map(localPart).join('.')}`,
  ]
  return parts.join('')
}

function postOf({ post, postN, postBare }: Record<string, string | undefined>): string {
  if (postBare !== undefined) return `.post${number(postBare)}`
  return post === undefined ? '' : `.post${number(postN)}`
}

/** Without leading zeros; a missing number is 0. */
function number(digits = ''): string {
  return digits.replace(/^0+(?=\d)/, '') || '0'
}

function localPart(part: string): string {
  return /^\d+$/.test(part) ? number(part) : part
}

/**
 * A release version (semver) as Python writes it: `1.4.0-beta.2` is `1.4.0b2`. Undefined where Python has no such
 * version, for example `1.4.0-canary.1`.
 */
export function toPythonVersion(version: string): string | undefined {
  const parsed = parse(version)
  if (parsed === null) return undefined
  const { major, minor, patch, prerelease, build } = parsed
  const suffix = suffixOf(prerelease)
  if (suffix === undefined) return undefined
  const local = build.length === 0 ? '' : `+${build.join('.').replaceAll('-', '.').toLowerCase()}`
  return `${major}.${minor}.${patch}${suffix}${local}`
}

function suffixOf(prerelease: readonly (string | number)[]): string | undefined {
  const [, word, digits] = /^([a-z]+)\.?(\d*)$/i.exec(prerelease.join('.')) ?? []
  if (word === undefined) return prerelease.length === 0 ? '' : undefined
  if (word.toLowerCase() === 'dev') return `.dev${number(digits)}`
  const letter = PRE[word.toLowerCase()]
  return letter === undefined ? undefined : `${letter}${number(digits)}`
}
