// Runs one script on the WebAssembly build of MicroPython: a 32-bit VM with an in-memory file system.
//
//     node wasm_vm.mjs PORT.mjs SCRIPT --tree DIR AT ... --file FILE AT ... -- ARGUMENT ...
//
// The folder of SCRIPT becomes /script, every tree and file is copied to the place named after it. This VM
// collects garbage only between calls from outside, never inside one: a script whose figures depend on a
// collection defines `more()`, which is called again, after a collection, for as long as it returns True.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const KEPT = /\.(py|mpy|json|jsonl|txt|md)$/;
const HEAP_BYTES = 4 * 1024 * 1024;

function arrange(argv) {
    const plan = { port: argv[0], script: argv[1], trees: [], files: [], args: [] };
    let at = 2;
    for (; at < argv.length && argv[at] !== "--"; at += 3) {
        (argv[at] === "--tree" ? plan.trees : plan.files).push([argv[at + 1], argv[at + 2]]);
    }
    plan.args = argv.slice(at + 1);
    return plan;
}

function copyTree(vm, from, to) {
    vm.FS.mkdirTree(to);
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
        const source = path.join(from, entry.name);
        if (entry.isDirectory() && entry.name !== "__pycache__") {
            copyTree(vm, source, `${to}/${entry.name}`);
        } else if (entry.isFile() && KEPT.test(entry.name)) {
            vm.FS.writeFile(`${to}/${entry.name}`, fs.readFileSync(source));
        }
    }
}

// Calls into the VM; true when the Python code ended, an exit status where it left or failed.
function call(vm, source) {
    try {
        vm.runPython(source);
        return true;
    } catch (error) {
        if (error.type === "SystemExit") {
            const said = /SystemExit: ?(.*)/.exec(error.message);
            const status = said === null || said[1] === "" ? 0 : Number(said[1]);
            return Number.isInteger(status) ? status : 1;
        }
        fs.writeSync(2, `${error.message.trimEnd()}\n`);
        return 1;
    }
}

// A pipe may be full for a moment: Node then refuses instead of waiting.
function writeAll(fd, bytes) {
    for (let at = 0; at < bytes.length; ) {
        try {
            at += fs.writeSync(fd, bytes, at);
        } catch (error) {
            if (error.code !== "EAGAIN") throw error;
        }
    }
}

const plan = arrange(process.argv.slice(2));
const { loadMicroPython } = await import(pathToFileURL(plan.port).href);
const held = [];
const vm = await loadMicroPython({
    heapsize: HEAP_BYTES,
    linebuffer: false,
    stdout: (bytes) => {
        held.push(Buffer.from(bytes));
        if (held.length > 2000) flush();
    },
});

function flush() {
    writeAll(1, Buffer.concat(held));
    held.length = 0;
}

copyTree(vm, path.dirname(plan.script), "/script");
for (const [from, to] of plan.trees) copyTree(vm, from, to);
for (const [from, to] of plan.files) {
    vm.FS.mkdirTree(path.posix.dirname(to));
    vm.FS.writeFile(to, fs.readFileSync(from));
}
const name = `/script/${path.basename(plan.script)}`;
call(vm, `import sys\nsys.path[:] = ["/script", "/lib", ".frozen"]\nsys.argv[:] = ${
    JSON.stringify([name, ...plan.args])}\n__file__ = ${JSON.stringify(name)}`);
let status = call(vm, fs.readFileSync(plan.script, "utf-8"));
while (status === true && vm.globals.get("more") !== undefined) {
    call(vm, "import gc\ngc.collect()");
    flush();
    status = call(vm, "import sys\nif not more(): sys.exit(0)");
}
flush();
process.exit(status === true ? 0 : status);
