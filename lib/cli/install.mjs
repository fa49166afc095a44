#!/usr/bin/env node
/** Installs the dependencies when they are missing or stale, and does nothing else: `.ci/run` does more meanwhile. */
import { install } from './start.mjs'

install()
