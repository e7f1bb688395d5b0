// Loaded before the language server: every attempt to reach a network is written down and refused.
const net = require("node:net");
const fs = require("node:fs");
net.Socket.prototype.connect = function (...target) {
  fs.appendFileSync(process.env.ATTEMPTS, JSON.stringify(target) + "\n");
  throw new Error("there is no network here");
};
