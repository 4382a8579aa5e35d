import * as z from 'zod'

/** Name of a secret that the action is given; its value never stands in the config. */
export const SecretName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be the name of a secret, such as KPI_TOKEN')

/** Headers by which somebody is let in, or that the transport sets itself. */
const REFUSED =
  /^(?:authorization|proxy-.*|cookie|x-api-key|x-auth-.*|.*-token|host|content-length|transfer-encoding|connection|te|upgrade)$/i

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/, 'must be the name of a header')

/** How a source lets the suite in. What is secret stands here by its name only. */
export const Access = {
  token: SecretName.optional().describe('Name of the secret that is sent as bearer token.'),
  username: z
    .string()
    .regex(/^[\x21-\x39\x3b-\x7e]{1,256}$/, 'must be one word without a colon')
    .optional()
    .describe('User of basic authentication; needs `password`.'),
  password: SecretName.optional().describe('Name of the secret with the password of `username`.'),
  headers: z
    .record(HeaderName, z.string().regex(/^[\x20-\x7e]{1,1000}$/, 'must be one line of ASCII'))
    .refine((headers) => !Object.keys(headers).some((name) => REFUSED.test(name)), {
      error: 'hold one that is not for the config: name its secret under secret-headers',
    })
    .optional()
    .describe('Headers that hold no secret, such as the tenant.'),
  'secret-headers': z
    .record(HeaderName, SecretName)
    .optional()
    .describe('Headers whose values are secrets, each with the name of its secret.'),
} as const

/** The access of a source as its config has it. */
export type Access = z.infer<z.ZodObject<typeof Access>>

/** One way in: a token, or a user with a password. */
export function hasOneLogin({ token, username, password }: Access): boolean {
  const isWhole = (username === undefined) === (password === undefined)
  return isWhole && (token === undefined || username === undefined)
}

/** What `hasOneLogin` asks for, in words. */
export const ONE_LOGIN = {
  path: ['token'],
  error: 'is one way in: give token, or username and password, or neither',
}
