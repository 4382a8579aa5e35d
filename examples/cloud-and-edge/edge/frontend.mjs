// The page of a device.
import { createServer } from 'node:http'

const version = process.env.VERSION ?? 'unknown'

createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(`<!doctype html><title>Edge</title><p>${version}</p>`)
}).listen(Number(process.env.PORT ?? 8081))
