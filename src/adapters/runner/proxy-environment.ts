/** Variables that name the job's proxy: `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in either case. */
export const proxyEnvironment: NodeJS.ProcessEnv = process.env
