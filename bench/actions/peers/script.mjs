/** What people write into actions/github-script: its client, its retries (0 unless set), the calls of its documentation. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import { api, body, file, job, label, repository, run, tag, title, token } from './job.mjs'

const options = { baseUrl: api, retry: { enabled: false }, request: { retries: 0 } }
const { rest } = getOctokit(token, options, retry)

const openIssue = () => rest.issues.create({ ...repository, title, body, labels: [label] })

async function upload() {
  const { data: releases } = await rest.repos.listReleases(repository)
  const release = releases.find(({ tag_name }) => tag_name === tag)
  await rest.repos.uploadReleaseAsset({
    ...repository,
    release_id: release.id,
    url: release.upload_url,
    name: basename(file),
    data: readFileSync(file, 'utf8'),
  })
}

await run(job === 'issue' ? openIssue : upload)
