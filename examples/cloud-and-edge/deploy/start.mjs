// Start a version in a slot without traffic: node deploy/start.mjs <platform> <product> <slot> <version> <image@digest,...>.
// Tells the platform, which pulls the images by their digests and answers when they run. It runs in a job of release-actions:
// what it needs to know is an argument, because no variable of the repository is one of its environment.
const [platform, product, slot, version, images = ''] = process.argv.slice(2)

async function start() {
  const url = new URL(`/products/${product}/slots/${slot}`, platform)
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, images: images.split(',') }),
  })
  if (!answer.ok) throw new Error(`the platform answers ${answer.status}: ${await answer.text()}`)
}

// Its last line is the reason that the release shows.
await start().catch((error) => {
  console.error([error.message, error.cause?.message].filter(Boolean).join(': '))
  process.exitCode = 1
})
