/** Variables that name the job's proxy: `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in either case. */
export const proxyEnvironment: NodeJS.ProcessEnv = process.env

/** The proxies that requests go through, without what they are told to let us in; empty where there is none. */
export function proxies(env: NodeJS.ProcessEnv = proxyEnvironment): readonly string[] {
  const set = [env.https_proxy || env.HTTPS_PROXY, env.http_proxy || env.HTTP_PROXY]
  const named = set.flatMap((text) => (text ? [URL.parse(text)?.host || 'one that is no URL'] : []))
  return [...new Set(named)]
}
