/** The meaning of a key that the schema does not describe; empty where nobody has written one. */
export function meaningOf(path: string): string {
  const key = path.replace(/ \(.*\)$/, '')
  // A named source is described as the one without a name.
  return MEANINGS[key] ?? MEANINGS[key.replace(/^sources\.<name>\./, 'metrics.')] ?? ''
}

/** By path without the variant. */
const MEANINGS: Readonly<Record<string, string>> = {
  'tag-prefix': 'What stands before the version in a tag.',
  'ledger.keys[].kty':
    'A public Ed25519 key that may have signed, as JWK. Instead of a table the item may be the text of a PEM (SPKI).',
  'ledger.keys[].crv': 'Its curve.',
  'ledger.keys[].x': 'Its 32 bytes, in base64url.',
  'ledger.keys[].use': 'What it is for.',
  'ledger.keys[].alg': 'Its algorithm.',
  'ledger.keys[].kid': 'A name for people; the suite goes by the thumbprint.',
  'strategies.direct.bake': 'Watch after the switch.',
  'channels.<name>.enforce-observability':
    'Whether the observability gate decides for this channel. The channel of `1.4.0` is `stable`, of `1.4.0-beta.2` `beta`.',
  'objectives[].name': 'Name in reports.',
  'objectives[].metric':
    'What is measured: `throughput` in requests a second; `custom` needs `query`.',
  'objectives[].unit': 'Unit of the values.',
  'objectives[].direction': 'Which side of the limit is good.',
  'objectives[].min-samples': 'Fewer are inconclusive.',
  'metrics.provider': 'Where the values come from.',
  'metrics.method': 'Method of the request that is sent to the slot.',
  'metrics.path': 'Its path.',
  'metrics.body': 'Its body.',
  'metrics.headers': 'Its headers.',
  'metrics.requests-per-look': 'How many are sent at each look.',
  'sentry.url': 'Address of Sentry.',
  'traffic.provider': 'Who splits the traffic.',
  'traffic.url': 'Address of the administration of the router.',
  'traffic.backend': 'Backend whose two servers have the names of the slots.',
  'traffic.endpoint': 'Where users reach the service.',
  'deploy.timeout': 'Longest time for the command.',
  'artefacts[].kind': 'What it is.',
  'artefacts[].name': 'Name on the index.',
  'index.url': 'Simple API of the index.',
  'index.wait': 'Longest wait until a version is visible.',
  'smoke.suites.<name>[].kind': 'Kind of the check.',
  'smoke.suites.<name>[].name': 'Name in reports.',
  'smoke.suites.<name>[].path': 'Path on the slot under test.',
  'smoke.suites.<name>[].method': 'Method.',
  'smoke.suites.<name>[].headers': 'Headers that are sent.',
  'smoke.suites.<name>[].body': 'Body that is sent.',
  'smoke.suites.<name>[].status': 'Status that is wanted.',
  'smoke.suites.<name>[].max-response-time': 'Slower answers fail.',
  'smoke.suites.<name>[].argv': 'Command; exit code 0 passes. No shell.',
  'smoke.suites.<name>[].timeout': 'The command is ended then.',
  'smoke.suites.<name>[].max-duration': 'A slower command fails.',
  'smoke.depths.<name>.seconds': 'Longest time of the load.',
  'smoke.depths.<name>.users': 'Users at the same time.',
  'smoke.depths.<name>.iterations': 'Requests of each user.',
  'smoke.depths.<name>.response-time': 'Limit of the 95th percentile.',
  'smoke.depths.<name>.error-rate': 'Limit of the error rate.',
  'smoke.depths.<name>.success-rate': 'Least share of answers in time and without error.',
  'performance.warm-up': 'Runs of each version that are not counted.',
  'performance.iterations': 'Runs of each version, in turns.',
  'performance.timeout': 'Longest time of one run.',
  'verification.platforms[].runner': 'Label of the runner.',
  'verification.platforms[].python': 'Version of Python.',
  'looks.interval': 'Time between two looks.',
}
