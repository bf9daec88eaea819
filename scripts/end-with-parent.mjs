// Loaded before the program by `npm start`: when the starter is killed outright, the program stops in order instead of
// living on unseen.
if (process.channel !== undefined) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
