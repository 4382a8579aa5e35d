import { BlockList, isIP } from 'node:net'
import { Failure } from '../../domain/failure.ts'
import type { OriginRule } from './origin-rule.ts'

const privateNets = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateNets.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['::ffff:0:0', 96],
] as const)
  privateNets.addSubnet(net, bits, 'ipv6')

/**
 * Only https to public hosts, by name and by the addresses that it leads to, and the origins that the config on the
 * default branch lists under `allow-private`.
 */
export function publicOnly(allowPrivate: readonly string[]): OriginRule {
  return (url, address) => {
    if (allowPrivate.includes(url.origin)) return
    if (url.protocol !== 'https:') throw forbidden(url, 'is not https')
    if (isPrivate(url.hostname)) throw forbidden(url, 'is a private address')
    if (address !== undefined && isPrivate(address))
      throw forbidden(url, 'leads to a private address')
  }
}

/** GitHub's own addresses come from the runner: only what it named is asked. */
export function onlyOrigins(origins: readonly string[]): OriginRule {
  return (url) => {
    if (!origins.includes(url.origin)) throw forbidden(url, 'is not an address the runner named')
  }
}

/** Whether a host is this machine or one of its own network, as far as its name says. */
export function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const family = isIP(host)
  if (family === 0) return host === 'localhost' || /\.(localhost|local|internal)$/.test(host)
  return privateNets.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

function forbidden(url: URL, why: string): Failure {
  const remedy = 'List the origin under allow-private in .github/release-actions.yml if it is meant'
  return new Failure('forbidden-origin', `${url.origin} ${why}`, remedy)
}
