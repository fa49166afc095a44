/** A process of the stack ends with the process that started it, however that one ended (kill -9 too). */
if (process.send) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

export {}
