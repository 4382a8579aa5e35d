import * as z from 'zod'

/** Where GitHub's page of deployments shows a rollout, or that it does not. */
export const DeploymentsConfig = z
  .union([
    z.literal('none'),
    z.strictObject({
      environment: z
        .string()
        .max(100)
        .regex(
          /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]*[A-Za-z0-9])?$/,
          'must be the name of an environment',
        )
        .optional()
        .describe(
          'Environment under which the deployment is shown. Left out: the name of the profile, without one `production`.',
        ),
    }),
  ])
  .meta({ id: 'Deployments' })
export type DeploymentsConfig = z.infer<typeof DeploymentsConfig>
