import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from './pool'
import { testDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
let pool: pg.Pool
const lost: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  pool = openPool({ connectionString: database.url, max: 2 }, (error) => lost.push(error.message))
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function cut(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query('select pg_backend_pid() pid')
  const gone = new Promise((done) => client.once('end', done))
  await database.query('select pg_terminate_backend($1)', [rows[0].pid])
  await gone
}

test('a connection that is cut between two queries fails the next one, and the pool goes on', async () => {
  const client = await pool.connect()
  await cut(client)
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect((await pool.query('select 1 one')).rows).toEqual([{ one: 1 }])
})

test('one that is cut before anybody listens ends nothing', async () => {
  const client = await pool.connect()
  expect(() => client.emit('error', new Error('cut'))).not.toThrow()
  client.release(true)
})

test('one that is cut while it lies idle is told of', async () => {
  const client = await pool.connect()
  const { rows } = await client.query('select pg_backend_pid() pid')
  client.release()
  const told = new Promise((done) => pool.once('error', done))
  await database.query('select pg_terminate_backend($1)', [rows[0].pid])
  await told
  expect(lost).toHaveLength(1)
})
