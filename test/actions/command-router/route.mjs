/** The consumer's own command: `set <weights> <audience>` and `get`, for the router at ROUTER_URL. */
const [what, weights, audience] = process.argv.slice(2)
const url = `${process.env.ROUTER_URL}/admin`
const state = () => JSON.stringify({ weights: JSON.parse(weights), audience: JSON.parse(audience) })
const answer = await fetch(url, what === 'set' ? { method: 'PUT', body: state() } : {})
if (!answer.ok) throw new Error(`the router answered ${answer.status}`)
process.stdout.write(await answer.text())
