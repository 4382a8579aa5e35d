// Start a version in a slot without traffic: node deploy/start.mjs <product> <slot> <version> <image@digest,...>.
// It tells the platform, which pulls the images by their digests; the platform's address is the variable PLATFORM_URL.
const [product, slot, version, images = ''] = process.argv.slice(2)
const url = new URL(`/products/${product}/slots/${slot}`, process.env.PLATFORM_URL)
const answer = await fetch(url, {
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ version, images: images.split(',') }),
})
if (!answer.ok) throw new Error(`the platform answers ${answer.status}: ${await answer.text()}`)
