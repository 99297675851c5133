-- Opens an article as an editor would, applies the first suggestion, and prints what was shown before and after.
local article, python = vim.env.ARTICLE, vim.env.PYTHON
local function diagnostics()
  return vim.diagnostic.get(0)
end
local function say(word)
  local found = {}
  for _, each in ipairs(diagnostics()) do
    table.insert(found, string.format("%d:%d-%d %s", each.lnum, each.col, each.end_col, each.code or each.user_data.lsp.code))
  end
  io.stdout:write(word, ": ", table.concat(found, ", "), "\n")
end
vim.cmd("edit " .. article)
local client = vim.lsp.start_client({
  name = "newslint",
  cmd = { python, "-m", "newslint", "lsp", "--today", "2024-05-15" },
  root_dir = vim.fn.fnamemodify(article, ":h"),
})
vim.lsp.buf_attach_client(0, client)
local ready = vim.wait(60000, function() return #diagnostics() == 2 end, 50)
say(ready and "opened" or "late")
local first = diagnostics()[1]
local place = {
  start = { line = first.lnum, character = first.col },
  ["end"] = { line = first.lnum, character = first.col },
}
local asked = { textDocument = vim.lsp.util.make_text_document_params(), range = place, context = { diagnostics = {} } }
local answer = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 60000)
vim.lsp.util.apply_workspace_edit(answer[client].result[1].edit, "utf-16")
vim.wait(60000, function() return #diagnostics() == 1 end, 50)
say("fixed")
io.stdout:write("text: ", vim.api.nvim_buf_get_lines(0, 2, 3, false)[1], "\n")
vim.lsp.stop_client(client)
vim.cmd("qall!")
