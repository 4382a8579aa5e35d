/**
 * A router in a process of its own, of tenants and rings: the audience gets the new version, in green, and nobody else; without one
 * the weights decide. Prints its address, ends with its standard input.
 */
import { createServer } from 'node:http'

const [blue, green] = process.argv.slice(2)
let state = { weights: { blue: 100, green: 0 }, audience: {} }
let turn = 0

function slotOf({ headers }) {
  const { tenants, ring } = state.audience
  if (tenants) return tenants.includes(headers['x-tenant']) ? green : blue
  if (ring) return headers['x-ring'] === ring ? green : blue
  turn = (turn + 1) % 100
  return turn < state.weights.green ? green : blue
}

async function answer(request, response) {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.url === '/admin') {
    if (request.method === 'PUT') state = JSON.parse(body)
    return response.end(JSON.stringify(state))
  }
  const from = await fetch(`${slotOf(request)}${request.url}`)
  return response.writeHead(from.status).end(await from.text())
}

const server = createServer(answer).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`)
})
process.stdin.resume().on('end', () => {
  server.close()
  server.closeAllConnections()
})
