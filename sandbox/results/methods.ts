import { createHash } from 'node:crypto'
import { TwirpFailure } from './failure.ts'
import type { Messages, Method } from './messages.ts'
import type { ResultsStore, StoredArtifact } from './store.ts'
import { signBlob } from './token.ts'

type Methods = {
  readonly [Name in Method]: (store: ResultsStore, message: Messages[Name]) => object
}

/** The methods of the artifact service. An artifact belongs to its run; its name is taken once a run. */
export const methods: Methods = {
  CreateArtifact(store, message) {
    if (find(store, message.workflow_run_backend_id, message.name) !== undefined) {
      const text = 'an artifact with this name already exists on the workflow run'
      throw new TwirpFailure('already_exists', text)
    }
    const artifact: StoredArtifact = {
      id: store.nextId(),
      runId: message.workflow_run_backend_id,
      jobId: message.workflow_job_run_backend_id,
      name: message.name,
      mimeType: message.mime_type ?? 'application/zip',
      createdAt: store.now(),
      blocks: new Map(),
      bytes: undefined,
      digest: undefined,
      isFinal: false,
    }
    store.artifacts.push(artifact)
    return { ok: true, signed_upload_url: blobUrl(store, 'write', artifact) }
  },
  FinalizeArtifact(store, message) {
    const artifact = get(store, message.workflow_run_backend_id, message.name)
    const { bytes } = artifact
    if (bytes === undefined) throw new TwirpFailure('invalid_argument', 'nothing was uploaded')
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    if (bytes.length !== Number(message.size) || digest !== (message.hash ?? digest)) {
      throw new TwirpFailure('invalid_argument', 'size or hash differ from what was uploaded')
    }
    artifact.digest = digest
    artifact.isFinal = true
    return { ok: true, artifact_id: String(artifact.id) }
  },
  ListArtifacts(store, message) {
    const listed = store.artifacts.filter(
      (each) =>
        each.isFinal &&
        each.runId === message.workflow_run_backend_id &&
        each.name === (message.name_filter ?? each.name) &&
        String(each.id) === (message.id_filter ?? String(each.id)),
    )
    return { artifacts: listed.map(describe) }
  },
  GetSignedArtifactURL(store, message) {
    const artifact = getFinal(store, message.workflow_run_backend_id, message.name)
    return { name: artifact.name, signed_url: blobUrl(store, 'read', artifact) }
  },
  DeleteArtifact(store, message) {
    const artifact = getFinal(store, message.workflow_run_backend_id, message.name)
    store.artifacts = store.artifacts.filter((each) => each !== artifact)
    return { ok: true, artifact_id: String(artifact.id) }
  },
}

function find(store: ResultsStore, runId: string, name: string) {
  return store.artifacts.find((each) => each.runId === runId && each.name === name)
}

function get(store: ResultsStore, runId: string, name: string) {
  const artifact = find(store, runId, name)
  if (artifact === undefined) throw new TwirpFailure('not_found', 'no such artifact')
  return artifact
}

function getFinal(store: ResultsStore, runId: string, name: string) {
  const artifact = get(store, runId, name)
  if (!artifact.isFinal) throw new TwirpFailure('not_found', 'no such artifact')
  return artifact
}

function blobUrl(store: ResultsStore, purpose: 'read' | 'write', { id }: StoredArtifact) {
  return `${store.url}/blobs/${id}?sig=${signBlob(store.key, purpose, id)}`
}

function describe(artifact: StoredArtifact) {
  return {
    workflow_run_backend_id: artifact.runId,
    workflow_job_run_backend_id: artifact.jobId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.bytes?.length ?? 0),
    created_at: artifact.createdAt,
    digest: artifact.digest,
  }
}
