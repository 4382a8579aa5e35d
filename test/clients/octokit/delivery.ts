import { expect } from '@jest/globals'
import { shop } from '../../sandbox/github/fixture.ts'
import type { Rig } from './rig.ts'

/** Deployments, environments, statuses and checks. */
export async function deliveryStory({ client, fixture }: Rig): Promise<void> {
  const rest = client('ada')
  const ref = { ...shop, ref: 'main', auto_merge: false, required_contexts: [] }
  const { data: made } = await rest.repos.createDeployment(ref)
  const deployment = { ...shop, deployment_id: 'id' in made ? made.id : 0 }
  const status = await rest.repos.createDeploymentStatus({ ...deployment, state: 'inactive' })
  const one = { ...deployment, status_id: status.data.id }
  expect((await rest.repos.getDeploymentStatus(one)).data.state).toBe('inactive')
  expect((await rest.repos.listDeploymentStatuses(deployment)).data).toHaveLength(1)
  expect((await rest.repos.getDeployment(deployment)).data.environment).toBe('production')
  expect((await rest.repos.listDeployments(shop)).data).toHaveLength(1)
  expect((await rest.repos.deleteDeployment(deployment)).status).toBe(204)

  const statement = {
    subject: [{ name: 'app', digest: { sha256: '0'.repeat(64) } }],
    predicateType: 'https://example.com/tested/v1',
  }
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  await rest.repos.createAttestation({ ...shop, bundle: { dsseEnvelope: { payload } } })
  const about = { ...shop, subject_digest: `sha256:${'0'.repeat(64)}` }
  expect((await rest.repos.listAttestations(about)).data.attestations).toHaveLength(1)

  const mona = (await rest.repos.getCollaboratorPermissionLevel({ ...shop, username: 'mona' })).data
  await rest.repos.createOrUpdateEnvironment({
    ...shop,
    environment_name: 'staging',
    wait_timer: 5,
    reviewers: [{ type: 'User', id: mona.user?.id ?? 0 }],
  })
  const staging = await rest.repos.getEnvironment({ ...shop, environment_name: 'staging' })
  const kinds = staging.data.protection_rules?.map(({ type }) => type)
  expect(kinds).toEqual(['wait_timer', 'required_reviewers'])
  expect((await rest.repos.getAllEnvironments(shop)).data.total_count).toBe(2)

  const sha = await fixture.git('rev-parse', 'main')
  await rest.repos.createCommitStatus({ ...shop, sha, state: 'success', context: 'gate' })
  expect((await rest.repos.listCommitStatusesForRef({ ...shop, ref: sha })).data).toHaveLength(1)
  const combined = await rest.repos.getCombinedStatusForRef({ ...shop, ref: sha })
  expect(combined.data.state).toBe('success')
  const app = client('gate[bot]')
  const check = await app.checks.create({ ...shop, name: 'gate', head_sha: sha })
  const checked = { ...shop, check_run_id: check.data.id }
  const place = { path: 'README.md', start_line: 1, end_line: 1 }
  const annotations = [{ ...place, annotation_level: 'warning' as const, message: 'slow' }]
  const output = { title: 'Gate', summary: 'fine', annotations }
  await app.checks.update({ ...checked, conclusion: 'success', output })
  expect((await rest.checks.get(checked)).data).toMatchObject({
    status: 'completed',
    app: { slug: 'gate' },
    output: { annotations_count: 1 },
  })
  expect((await rest.checks.listAnnotations(checked)).data).toMatchObject([{ message: 'slow' }])
  expect((await rest.checks.listForRef({ ...shop, ref: sha })).data.total_count).toBe(1)
}
