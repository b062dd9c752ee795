<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Desk</name>
  <message>
   <source> and {n} more</source>
   <translation> 等，另有 {n} 件</translation>
  </message>
  <message>
   <source>(empty)</source>
   <translation>（清空）</translation>
  </message>
  <message>
   <source>(erased)</source>
   <translation>（已删除）</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>1 Open the right answer</source>
   <translation>1 打开正确答案</translation>
  </message>
  <message>
   <source>1 Take back</source>
   <translation>1 撤销告知</translation>
  </message>
  <message>
   <source>1 Told</source>
   <translation>1 已告知</translation>
  </message>
  <message>
   <source>12-31 17:30, or +3 for days</source>
   <translation>12-31 17:30，或 +3 表示 3 天</translation>
  </message>
  <message>
   <source>14:05 or 11-23 14:05</source>
   <translation>14:05 或 11-23 14:05</translation>
  </message>
  <message>
   <source>2 Me too</source>
   <translation>2 也反映此事</translation>
  </message>
  <message>
   <source>2 Try again</source>
   <translation>2 再来一次</translation>
  </message>
  <message>
   <source>20:00 or 11-24 08:00; empty: until it is solved</source>
   <translation>20:00 或 11-24 08:00；不填则到解决为止</translation>
  </message>
  <message>
   <source>3 Another one</source>
   <translation>3 换一个</translation>
  </message>
  <message>
   <source>3 Next ({n} of {of})</source>
   <translation>3 下一张（{n}／{of}）</translation>
  </message>
  <message>
   <source>30 days</source>
   <translation>30 天</translation>
  </message>
  <message>
   <source>365 days</source>
   <translation>365 天</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 天</translation>
  </message>
  <message>
   <source>A call is in hand. End it and its after-call work (F12) first.</source>
   <translation>有通话正在进行，请先结束通话并完成整理（F12）。</translation>
  </message>
  <message>
   <source>A call of {time}, number {number}, was not finished: {count} characters are kept.</source>
   <translation>{time} 的来电（号码 {number}）没有办完，已保住 {count} 个字。</translation>
  </message>
  <message>
   <source>A caller from a script. Nothing of it is sent, counted or learned from.</source>
   <translation>来电人由脚本扮演。内容不派发、不计件，系统也不从中学习。</translation>
  </message>
  <message>
   <source>A digit, Enter or a click begins · Esc goes back</source>
   <translation>按数字、回车或点击开始 · Esc 返回</translation>
  </message>
  <message>
   <source>A digit: what the caller wants of this ticket</source>
   <translation>按数字：来电人对这张工单的要求</translation>
  </message>
  <message>
   <source>A draft is begun; the item waits here until it is done.</source>
   <translation>将新建草稿；办完之前，此项仍留在待办中。</translation>
  </message>
  <message>
   <source>A field has to be mended before this text can be tried.</source>
   <translation>有字段需先改正，才能试运行本稿。</translation>
  </message>
  <message>
   <source>A newer version was published at {time}.</source>
   <translation>{time} 已发布新版本。</translation>
  </message>
  <message>
   <source>A row of the file stands here as it would be stored; of a changed one, what differs. Nothing is stored before you say so.</source>
   <translation>这里显示文件中的一行入库后的样子；有改动的，左右对照显示差异。您确认之前，什么都不会入库。</translation>
  </message>
  <message>
   <source>A second person looks at it and publishes it.</source>
   <translation>提交后由另一人审核并发布。</translation>
  </message>
  <message>
   <source>A word of either side</source>
   <translation>输入任意一方的词</translation>
  </message>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>操作</translation>
  </message>
  <message>
   <source>Add a number</source>
   <translation>添加号码</translation>
  </message>
  <message>
   <source>Add keywords</source>
   <translation>加关键词</translation>
  </message>
  <message>
   <source>Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.</source>
   <translation>新增 {added}，更改 {changed}，未变 {unchanged}，未收 {refused}。</translation>
  </message>
  <message>
   <source>Added {added}, changed {changed}, unchanged {unchanged}.</source>
   <translation>新增 {added}，修改 {changed}，未变 {unchanged}。</translation>
  </message>
  <message>
   <source>Added {n}</source>
   <translation>新增 {n}</translation>
  </message>
  <message>
   <source>After the practice call</source>
   <translation>练习之后</translation>
  </message>
  <message>
   <source>After this call: {state}</source>
   <translation>本次通话之后：{state}</translation>
  </message>
  <message>
   <source>After-call entry</source>
   <translation>补录</translation>
  </message>
  <message>
   <source>After-call work</source>
   <translation>话后整理</translation>
  </message>
  <message>
   <source>After-call work done</source>
   <translation>整理完毕</translation>
  </message>
  <message>
   <source>Again</source>
   <translation>重读</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>All actions</source>
   <translation>全部操作</translation>
  </message>
  <message>
   <source>All asked. F12 ends the call and stores the answers.</source>
   <translation>已问完。按 F12 结束通话并保存回访结果。</translation>
  </message>
  <message>
   <source>All confirmed today</source>
   <translation>全部今日已核实</translation>
  </message>
  <message>
   <source>All days</source>
   <translation>不限日期</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>所有文件</translation>
  </message>
  <message>
   <source>All items have an answer. Shift+F6 seals, F11 registers.</source>
   <translation>各项都有答复。Shift+F6 封存，F11 登记工单。</translation>
  </message>
  <message>
   <source>All keys as shipped</source>
   <translation>恢复默认键位</translation>
  </message>
  <message>
   <source>All numbers of {title} are right today.</source>
   <translation>“{title}”的全部号码今日核实无误。</translation>
  </message>
  <message>
   <source>All read</source>
   <translation>全部已阅</translation>
  </message>
  <message>
   <source>All rows can be taken in. They can be taken back later as a whole.</source>
   <translation>所有行都可以入库，以后也可以整批撤销。</translation>
  </message>
  <message>
   <source>All sets</source>
   <translation>全部问题集</translation>
  </message>
  <message>
   <source>All tickets</source>
   <translation>全部工单</translation>
  </message>
  <message>
   <source>All {n}</source>
   <translation>全部 {n}</translation>
  </message>
  <message>
   <source>Also earlier ones</source>
   <translation>含以前的</translation>
  </message>
  <message>
   <source>Also those that are done</source>
   <translation>含已办完的</translation>
  </message>
  <message>
   <source>Altered {n}</source>
   <translation>有改动 {n}</translation>
  </message>
  <message>
   <source>An entry from paper has no caller to read back to.</source>
   <translation>补录没有来电人在线，不能复述。</translation>
  </message>
  <message>
   <source>Another one</source>
   <translation>再添一条</translation>
  </message>
  <message>
   <source>Answer for all who reported it</source>
   <translation>给所有反映人的答复</translation>
  </message>
  <message>
   <source>Answer for the unit: {number}</source>
   <translation>已代单位询问：{number}</translation>
  </message>
  <message>
   <source>Answer the rest: {n} tickets</source>
   <translation>答复其余 {n} 张工单</translation>
  </message>
  <message>
   <source>Answer: {words}</source>
   <translation>答复：{words}</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>已答复</translation>
  </message>
  <message>
   <source>Answered by {who}, {when}</source>
   <translation>{who} 于 {when} 答复</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>审核人</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>条目</translation>
  </message>
  <message>
   <source>Article, or why it is refused</source>
   <translation>条目，或未收的原因</translation>
  </message>
  <message>
   <source>Articles</source>
   <translation>条目</translation>
  </message>
  <message>
   <source>Articles of this import</source>
   <translation>这批的条目</translation>
  </message>
  <message>
   <source>Articles that tell an old number</source>
   <translation>仍在告知旧号码的条目</translation>
  </message>
  <message>
   <source>As it is shown</source>
   <translation>显示效果</translation>
  </message>
  <message>
   <source>As learned</source>
   <translation>恢复原样</translation>
  </message>
  <message>
   <source>Asked by {who}, {when}</source>
   <translation>{who} 于 {when} 提出</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>指派</translation>
  </message>
  <message>
   <source>Assigned to {name}: {title}</source>
   <translation>已指派给 {name}：{title}</translation>
  </message>
  <message>
   <source>Assign…</source>
   <translation>指派…</translation>
  </message>
  <message>
   <source>Attach a file</source>
   <translation>添加附件</translation>
  </message>
  <message>
   <source>Attached: {name}.</source>
   <translation>已添加附件：{name}。</translation>
  </message>
  <message>
   <source>Attachment {name}, {size} bytes</source>
   <translation>附件 {name}，{size} 字节</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Back to the hits</source>
   <translation>回到结果</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>返回列表</translation>
  </message>
  <message>
   <source>Back to the record</source>
   <translation>回到记录</translation>
  </message>
  <message>
   <source>Back to the rows</source>
   <translation>返回各行</translation>
  </message>
  <message>
   <source>Back to work</source>
   <translation>继续工作</translation>
  </message>
  <message>
   <source>Backspace: the question before. Not answered yet: {n}</source>
   <translation>Backspace 回上一题。还有 {n} 项未答</translation>
  </message>
  <message>
   <source>Basis</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>Basis into the summary</source>
   <translation>依据写入摘要</translation>
  </message>
  <message>
   <source>Basis: {basis}</source>
   <translation>依据：{basis}</translation>
  </message>
  <message>
   <source>Basis: {basis} (version {day})</source>
   <translation>依据：{basis}（版本 {day}）</translation>
  </message>
  <message>
   <source>Began</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Began {time}</source>
   <translation>{time} 开始</translation>
  </message>
  <message>
   <source>Begin the draft</source>
   <translation>新建草稿</translation>
  </message>
  <message>
   <source>Begin with the template</source>
   <translation>套用模板</translation>
  </message>
  <message>
   <source>Both say the same.</source>
   <translation>两边内容相同。</translation>
  </message>
  <message>
   <source>Broken: {rows}</source>
   <translation>校验不符：{rows}</translation>
  </message>
  <message>
   <source>By</source>
   <translation>操作人</translation>
  </message>
  <message>
   <source>CSV</source>
   <translation>CSV</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>Call  Ctrl+F2</source>
   <translation>通话  Ctrl+F2</translation>
  </message>
  <message>
   <source>Call back</source>
   <translation>回拨</translation>
  </message>
  <message>
   <source>Call form</source>
   <translation>来电登记</translation>
  </message>
  <message>
   <source>Call of {time}</source>
   <translation>{time} 的来电</translation>
  </message>
  <message>
   <source>Call-back number</source>
   <translation>回拨号码</translation>
  </message>
  <message>
   <source>Call-back of a missed call</source>
   <translation>漏话回拨</translation>
  </message>
  <message>
   <source>Caller</source>
   <translation>来电人</translation>
  </message>
  <message>
   <source>Caller's address</source>
   <translation>来电人地址</translation>
  </message>
  <message>
   <source>Caller's limit</source>
   <translation>诉求人时限</translation>
  </message>
  <message>
   <source>Caller's name</source>
   <translation>来电人姓名</translation>
  </message>
  <message>
   <source>Caller: {words}</source>
   <translation>来电人：{words}</translation>
  </message>
  <message>
   <source>Callers say</source>
   <translation>来电人的说法</translation>
  </message>
  <message>
   <source>Callers' language</source>
   <translation>口语词</translation>
  </message>
  <message>
   <source>Callers' questions</source>
   <translation>来电问法</translation>
  </message>
  <message>
   <source>Calls behind the counter</source>
   <translation>计数明细</translation>
  </message>
  <message>
   <source>Calls of the list</source>
   <translation>名单上的来电</translation>
  </message>
  <message>
   <source>Calls still to register</source>
   <translation>待登记来电</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>处置卡</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>诉求分类</translation>
  </message>
  <message>
   <source>Category: initials, such as tqgz</source>
   <translation>分类：输入首字母，如 tqgz</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>封存证明</translation>
  </message>
  <message>
   <source>Change of many</source>
   <translation>批量修改</translation>
  </message>
  <message>
   <source>Change these {n} articles…</source>
   <translation>批量修改这 {n} 条…</translation>
  </message>
  <message>
   <source>Change undone: {what}</source>
   <translation>撤销批量修改：{what}</translation>
  </message>
  <message>
   <source>Change {n} articles</source>
   <translation>修改 {n} 条</translation>
  </message>
  <message>
   <source>Change {n} articles at once</source>
   <translation>批量修改 {n} 条</translation>
  </message>
  <message>
   <source>Changed keys</source>
   <translation>改过的键位</translation>
  </message>
  <message>
   <source>Changed since, so they stay as they are: {n}.</source>
   <translation>此后改过、保持不动的：{n} 条。</translation>
  </message>
  <message>
   <source>Changed: {title}</source>
   <translation>已修改：{title}</translation>
  </message>
  <message>
   <source>Chase</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>Chased</source>
   <translation>有催办</translation>
  </message>
  <message>
   <source>Chased: {number}</source>
   <translation>已催办：{number}</translation>
  </message>
  <message>
   <source>Choose a category: what to ask stands here.</source>
   <translation>选定分类后，这里列出该问的要素。</translation>
  </message>
  <message>
   <source>Choose a reason: its digit.</source>
   <translation>请按数字选择理由。</translation>
  </message>
  <message>
   <source>Choose a ticket: Enter opens it.</source>
   <translation>选一张工单，回车打开。</translation>
  </message>
  <message>
   <source>Choose an action, then press its new key.</source>
   <translation>先选操作，再按新的键。</translation>
  </message>
  <message>
   <source>Choose an article at the left and press Enter: it is opened for editing, and nothing is published before a second person has looked at it.

Shift with the arrows, Ctrl with a click or Ctrl+A pick several: one field of all of them is changed at once, and taken back as a whole.</source>
   <translation>在左边选一个条目，按回车打开编辑；发布前须经另一人复核。

按住 Shift 加方向键、按住 Ctrl 点选或按 Ctrl+A 可选多条：一次修改同一项，也可整批撤销。</translation>
  </message>
  <message>
   <source>Choose by a digit what is to be changed.</source>
   <translation>按数字选择要改哪一项。</translation>
  </message>
  <message>
   <source>Choose files…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose other files</source>
   <translation>另选文件</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Close it as it is</source>
   <translation>按现状结束</translation>
  </message>
  <message>
   <source>Close the notice</source>
   <translation>关闭提示</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>办结时间</translation>
  </message>
  <message>
   <source>Co-units</source>
   <translation>协办单位</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>Confirmed on</source>
   <translation>核实日期</translation>
  </message>
  <message>
   <source>Confirmed today</source>
   <translation>今日已核实</translation>
  </message>
  <message>
   <source>Confirmed today…</source>
   <translation>今日已核实…</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>电话簿</translation>
  </message>
  <message>
   <source>Contact list</source>
   <translation>电话簿</translation>
  </message>
  <message>
   <source>Contacted</source>
   <translation>是否联系</translation>
  </message>
  <message>
   <source>Content with the unit</source>
   <translation>对单位满意</translation>
  </message>
  <message>
   <source>Content with us</source>
   <translation>对热线满意</translation>
  </message>
  <message>
   <source>Copied; this is noted.</source>
   <translation>已复制，并已记录。</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>复制号码</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>Correction call-back</source>
   <translation>更正回拨</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>计数</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>计入</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>不予确认</translation>
  </message>
  <message>
   <source>Delete takes a right article out of the list.</source>
   <translation>按 Delete 移除一条正确条目。</translation>
  </message>
  <message>
   <source>Designated</source>
   <translation>指定承办</translation>
  </message>
  <message>
   <source>Dispatch slip</source>
   <translation>交办单</translation>
  </message>
  <message>
   <source>Dispatch slip {number}</source>
   <translation>交办单 {number}</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已办</translation>
  </message>
  <message>
   <source>Done until its cause comes back: {title}</source>
   <translation>办结，再次出现时重新列入：{title}</translation>
  </message>
  <message>
   <source>Done: every article was reviewed in time.</source>
   <translation>已全部办结：没有逾期未核的条目。</translation>
  </message>
  <message>
   <source>Done: every number was confirmed lately.</source>
   <translation>已全部办结：号码都在有效期内核实过。</translation>
  </message>
  <message>
   <source>Done: every repealed article leads to what is in force.</source>
   <translation>已全部办结：已废止的条目都指明了现行依据。</translation>
  </message>
  <message>
   <source>Done: every search of the last 90 days found something or was dealt with.</source>
   <translation>已全部办结：近 90 天的检索都有结果或已处理。</translation>
  </message>
  <message>
   <source>Done: no article is flagged.</source>
   <translation>已全部办结：没有待处理的纠错。</translation>
  </message>
  <message>
   <source>Done: {title}</source>
   <translation>已办结：{title}</translation>
  </message>
  <message>
   <source>Done…</source>
   <translation>办结…</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Drop files here, or choose them. JSONL, CSV and XLSX with the columns of articles, contact lists, laws in Markdown. They are looked at first; you see row by row what would be stored.</source>
   <translation>把文件拖到这里，或者点选文件。可用 JSONL、CSV、XLSX（列为条目的各项），电话簿，Markdown 法规。先预览：逐行显示会怎样入库。</translation>
  </message>
  <message>
   <source>Drop keywords</source>
   <translation>去关键词</translation>
  </message>
  <message>
   <source>Drop the draft…</source>
   <translation>作废草稿…</translation>
  </message>
  <message>
   <source>Due within a day</source>
   <translation>24 小时内到期</translation>
  </message>
  <message>
   <source>Each row below says by which rule it counts.</source>
   <translation>下面每一行都写明按哪条规则计入。</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Edit the article</source>
   <translation>编辑条目</translation>
  </message>
  <message>
   <source>Element checklist</source>
   <translation>要素提示</translation>
  </message>
  <message>
   <source>Elements: {n} of {of}</source>
   <translation>要素：{of} 项问到 {n} 项</translation>
  </message>
  <message>
   <source>End the call</source>
   <translation>结束通话</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Enter opens an article for editing. What you typed here is kept.</source>
   <translation>按回车打开条目修改；这里已录入的内容会保留。</translation>
  </message>
  <message>
   <source>Event card</source>
   <translation>突发事件卡</translation>
  </message>
  <message>
   <source>Event cards</source>
   <translation>突发事件卡</translation>
  </message>
  <message>
   <source>Event · fits: {reasons}</source>
   <translation>突发事件 · 相符：{reasons}</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>突发事件</translation>
  </message>
  <message>
   <source>Every article gets the text it had before; the versions between stay readable.</source>
   <translation>每个条目恢复为此前的内容；中间的版本仍可查阅。</translation>
  </message>
  <message>
   <source>Every question is asked twice: as the desk finds now, and as it would find after this change. Nothing is published by that.</source>
   <translation>每个问题检索两遍：按现在的内容一遍，按变更之后的内容一遍。这不会发布任何内容。</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Everything is dispatched.</source>
   <translation>没有待派的工单。</translation>
  </message>
  <message>
   <source>Exclusions asked</source>
   <translation>待审剔除</translation>
  </message>
  <message>
   <source>Export questions</source>
   <translation>导出问题</translation>
  </message>
  <message>
   <source>Export the list</source>
   <translation>导出列表</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Extensions asked</source>
   <translation>待审延期</translation>
  </message>
  <message>
   <source>F filter  C clear  S R order  Space mark  B several  X export  U take back</source>
   <translation>F 筛选　C 清除　S、R 排序　空格 标记　B 批量　X 导出　U 撤回</translation>
  </message>
  <message>
   <source>F12: after-call work done · F2: next call · F11: still register a ticket</source>
   <translation>F12 整理完毕 · F2 接下一个 · F11 补登工单</translation>
  </message>
  <message>
   <source>F3: words, initials, or a number</source>
   <translation>F3：输入词语、首字母或号码</translation>
  </message>
  <message>
   <source>FAQ</source>
   <translation>常见问答</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>加快</translation>
  </message>
  <message>
   <source>Faster: the key +</source>
   <translation>加快：按 + 键</translation>
  </message>
  <message>
   <source>Favourite, or not</source>
   <translation>收藏或取消收藏</translation>
  </message>
  <message>
   <source>Favourite: take it off the list (S)</source>
   <translation>已收藏：取消收藏（S）</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Files are taken in with: operator-desk knowledge import FILE. The report names every row that was refused, with the reason.</source>
   <translation>文件用命令导入：operator-desk knowledge import 文件。报告会逐行写明被拒的行和原因。</translation>
  </message>
  <message>
   <source>Files of articles</source>
   <translation>知识文件</translation>
  </message>
  <message>
   <source>First call from this number, {n} tickets.</source>
   <translation>此号码首次来电，已有工单 {n} 张。</translation>
  </message>
  <message>
   <source>First call from this number.</source>
   <translation>此号码首次来电。</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>纠错</translation>
  </message>
  <message>
   <source>Flag it</source>
   <translation>提交纠错</translation>
  </message>
  <message>
   <source>Flag taken back: {title}</source>
   <translation>已撤回纠错：{title}</translation>
  </message>
  <message>
   <source>Flag the article</source>
   <translation>纠错</translation>
  </message>
  <message>
   <source>Flag: {title}</source>
   <translation>纠错：{title}</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>纠错</translation>
  </message>
  <message>
   <source>Flagged ({reason}): {title}</source>
   <translation>已提交纠错（{reason}）：{title}</translation>
  </message>
  <message>
   <source>Flagged outside a call.</source>
   <translation>非通话中提交。</translation>
  </message>
  <message>
   <source>Flagged {n} times, in {calls} calls</source>
   <translation>纠错 {n} 次，涉及 {calls} 通来电</translation>
  </message>
  <message>
   <source>Follow-up call</source>
   <translation>回访</translation>
  </message>
  <message>
   <source>Font size in percent</source>
   <translation>字号（百分比）</translation>
  </message>
  <message>
   <source>Forget all</source>
   <translation>全部清除</translation>
  </message>
  <message>
   <source>Forget all…</source>
   <translation>全部清除…</translation>
  </message>
  <message>
   <source>Forget my text</source>
   <translation>放弃我的文字</translation>
  </message>
  <message>
   <source>Forget what was learned from everything told so far? Synonyms, struck and pinned pairs stay.</source>
   <translation>要清除此前从所有告知中学到的内容吗？自编口语词以及已剔除、已固定的词对保留。</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>表单</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>检索到</translation>
  </message>
  <message>
   <source>Found articles; Enter adds one</source>
   <translation>检索到的条目，回车添加</translation>
  </message>
  <message>
   <source>Found by: {words}</source>
   <translation>匹配：{words}</translation>
  </message>
  <message>
   <source>From</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>From paper: when the call began</source>
   <translation>补录：来电时间</translation>
  </message>
  <message>
   <source>From version</source>
   <translation>起始版本</translation>
  </message>
  <message>
   <source>Full certificate {number}</source>
   <translation>封存证明（全文件） {number}</translation>
  </message>
  <message>
   <source>Give it up</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Go on  F4</source>
   <translation>继续  F4</translation>
  </message>
  <message>
   <source>Go on with it</source>
   <translation>接着办</translation>
  </message>
  <message>
   <source>Go on with my text</source>
   <translation>接着改我的文字</translation>
  </message>
  <message>
   <source>Go on with this text</source>
   <translation>用合并后的文字继续</translation>
  </message>
  <message>
   <source>Go on with unsaved: {title}</source>
   <translation>继续未保存的：{title}</translation>
  </message>
  <message>
   <source>Guided to</source>
   <translation>引导至</translation>
  </message>
  <message>
   <source>Guided to: initials of the city, or its area code</source>
   <translation>引导至：城市首字母或区号</translation>
  </message>
  <message>
   <source>Guides</source>
   <translation>办事问答</translation>
  </message>
  <message>
   <source>Hand in</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Hand in for review…</source>
   <translation>提交审核…</translation>
  </message>
  <message>
   <source>Handle jointly</source>
   <translation>并单</translation>
  </message>
  <message>
   <source>Handled jointly</source>
   <translation>并单办理</translation>
  </message>
  <message>
   <source>Handled jointly with {number}</source>
   <translation>与 {number} 并单</translation>
  </message>
  <message>
   <source>Happened at</source>
   <translation>发生时间</translation>
  </message>
  <message>
   <source>History of the number</source>
   <translation>来电历史</translation>
  </message>
  <message>
   <source>History of the number: it is withheld or empty.</source>
   <translation>来电历史：号码未显示或未填写。</translation>
  </message>
  <message>
   <source>Hits</source>
   <translation>检索结果</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>服务时间</translation>
  </message>
  <message>
   <source>How do you know?</source>
   <translation>核实方式</translation>
  </message>
  <message>
   <source>How far it is</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>How many minutes was the call? Type a whole number.</source>
   <translation>通话了几分钟？请填整数。</translation>
  </message>
  <message>
   <source>How was it told?</source>
   <translation>怎样告知的？</translation>
  </message>
  <message>
   <source>I read</source>
   <translation>我来读</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Import questions</source>
   <translation>导入问题</translation>
  </message>
  <message>
   <source>Import undone: {file}</source>
   <translation>撤销导入：{file}</translation>
  </message>
  <message>
   <source>Imports</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Imports so far</source>
   <translation>历次导入</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>In a practice call no ticket of a real caller is opened.</source>
   <translation>练习电话中不打开真实来电人的工单。</translation>
  </message>
  <message>
   <source>In call</source>
   <translation>通话中</translation>
  </message>
  <message>
   <source>In force instead</source>
   <translation>现行条目</translation>
  </message>
  <message>
   <source>In force instead (key or law)</source>
   <translation>现行条目（编号或法规名）</translation>
  </message>
  <message>
   <source>In hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>待审核</translation>
  </message>
  <message>
   <source>In the summary: {line}</source>
   <translation>已写入摘要：{line}</translation>
  </message>
  <message>
   <source>In this draft</source>
   <translation>本草稿</translation>
  </message>
  <message>
   <source>In what</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Internal</source>
   <translation>内部</translation>
  </message>
  <message>
   <source>It counts as done, and stays in the list with the reason.</source>
   <translation>按已办计，连同说明留在名单上。</translation>
  </message>
  <message>
   <source>It is over: what all who reported it are told</source>
   <translation>事件已结束：给所有反映人的答复</translation>
  </message>
  <message>
   <source>It should have been reviewed by {day}.</source>
   <translation>应于 {day} 前复核。</translation>
  </message>
  <message>
   <source>It was</source>
   <translation>原来</translation>
  </message>
  <message>
   <source>Items of the readback</source>
   <translation>复述项目</translation>
  </message>
  <message>
   <source>JSONL</source>
   <translation>JSONL</translation>
  </message>
  <message>
   <source>Joined: ticket {number}</source>
   <translation>已并入：工单 {number}</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>保留我的</translation>
  </message>
  <message>
   <source>Keep the change</source>
   <translation>保存修改</translation>
  </message>
  <message>
   <source>Kept in the set {name}.</source>
   <translation>已存入问题集“{name}”。</translation>
  </message>
  <message>
   <source>Kept on this machine, {at}; not saved as a draft yet</source>
   <translation>{at} 已保留在本机，尚未存为草稿</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>键位</translation>
  </message>
  <message>
   <source>Keywords</source>
   <translation>关键词</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>诉求类型</translation>
  </message>
  <message>
   <source>Kind of article</source>
   <translation>条目类别</translation>
  </message>
  <message>
   <source>Knowledge</source>
   <translation>知识</translation>
  </message>
  <message>
   <source>Knowledge  F3</source>
   <translation>知识  F3</translation>
  </message>
  <message>
   <source>Knowledge search</source>
   <translation>知识检索</translation>
  </message>
  <message>
   <source>Knowledge: articles</source>
   <translation>知识库：条目</translation>
  </message>
  <message>
   <source>Knowledge: imports</source>
   <translation>知识库：导入</translation>
  </message>
  <message>
   <source>Knowledge: queues</source>
   <translation>知识：编辑待办</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Last confirmed</source>
   <translation>上次核实</translation>
  </message>
  <message>
   <source>Last step: {step}</source>
   <translation>最近环节：{step}</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>超期</translation>
  </message>
  <message>
   <source>Law in Markdown</source>
   <translation>Markdown 法规</translation>
  </message>
  <message>
   <source>Leads to (a digit opens)</source>
   <translation>相关条目（按数字键打开）</translation>
  </message>
  <message>
   <source>Learned</source>
   <translation>学到的</translation>
  </message>
  <message>
   <source>Learned from told articles</source>
   <translation>从已告知条目学到的</translation>
  </message>
  <message>
   <source>Leave it like this</source>
   <translation>到此为止</translation>
  </message>
  <message>
   <source>Leave it to its operator</source>
   <translation>留给原受理员</translation>
  </message>
  <message>
   <source>Let the voice read  F4</source>
   <translation>语音朗读  F4</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>办理级别</translation>
  </message>
  <message>
   <source>Level {n}</source>
   <translation>难度 {n}</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>深浅切换</translation>
  </message>
  <message>
   <source>Line of another city</source>
   <translation>外地热线（引导）</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>Login of the last sign-in</source>
   <translation>上次登录的账号</translation>
  </message>
  <message>
   <source>Long-term asked</source>
   <translation>待审挂账</translation>
  </message>
  <message>
   <source>Long-term list</source>
   <translation>挂账</translation>
  </message>
  <message>
   <source>Looked for {n} times, in {calls} calls</source>
   <translation>检索 {n} 次，涉及 {calls} 通来电</translation>
  </message>
  <message>
   <source>Looking at {n} articles…</source>
   <translation>正在查看 {n} 条…</translation>
  </message>
  <message>
   <source>Make a draft of this version</source>
   <translation>以此版本新建草稿</translation>
  </message>
  <message>
   <source>Make it a favourite (S)</source>
   <translation>收藏（S）</translation>
  </message>
  <message>
   <source>Make my hotline</source>
   <translation>建立本热线</translation>
  </message>
  <message>
   <source>Mark it wrong and call back…</source>
   <translation>标为有误并回拨…</translation>
  </message>
  <message>
   <source>Mark several tickets with Space or Shift first; all must be able to do it.</source>
   <translation>请先用空格或 Shift 标记多件工单，且每件都能做此操作。</translation>
  </message>
  <message>
   <source>Mark wrong</source>
   <translation>标为有误</translation>
  </message>
  <message>
   <source>Mark wrong…</source>
   <translation>标为有误…</translation>
  </message>
  <message>
   <source>Mark: verbatim, gist, unclear</source>
   <translation>标记：逐字、大意、没听清</translation>
  </message>
  <message>
   <source>Marked</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Marked wrong. On the told-to list: {n} calls.</source>
   <translation>已标为有误，告知名单上有 {n} 通来电。</translation>
  </message>
  <message>
   <source>Marked wrong: {reason}</source>
   <translation>已标为有误：{reason}</translation>
  </message>
  <message>
   <source>Masked</source>
   <translation>遮蔽件</translation>
  </message>
  <message>
   <source>Masked certificate {number}</source>
   <translation>封存证明（遮蔽件） {number}</translation>
  </message>
  <message>
   <source>Matter {n}</source>
   <translation>诉求 {n}</translation>
  </message>
  <message>
   <source>Mend the catalogue</source>
   <translation>同时改派单目录</translation>
  </message>
  <message>
   <source>Middle column</source>
   <translation>到中间栏</translation>
  </message>
  <message>
   <source>Minutes of talk</source>
   <translation>通话分钟</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>待补</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>My hotline</source>
   <translation>本热线</translation>
  </message>
  <message>
   <source>My tickets</source>
   <translation>我的工单</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name, if the caller gives it</source>
   <translation>来电人愿意说就填</translation>
  </message>
  <message>
   <source>New article</source>
   <translation>新建条目</translation>
  </message>
  <message>
   <source>New article: kind</source>
   <translation>新建条目：类别</translation>
  </message>
  <message>
   <source>New article…</source>
   <translation>新建条目…</translation>
  </message>
  <message>
   <source>New event card</source>
   <translation>新建突发事件卡</translation>
  </message>
  <message>
   <source>New key</source>
   <translation>新键位</translation>
  </message>
  <message>
   <source>New key for: {action}</source>
   <translation>新键位：{action}</translation>
  </message>
  <message>
   <source>New value</source>
   <translation>改为</translation>
  </message>
  <message>
   <source>New wording</source>
   <translation>新的说法</translation>
  </message>
  <message>
   <source>New wording: Enter or F5 accepts</source>
   <translation>新的说法：回车或 F5 采用</translation>
  </message>
  <message>
   <source>Newer version of the open article</source>
   <translation>打开条目的新版本</translation>
  </message>
  <message>
   <source>Next follow-up call</source>
   <translation>下一个回访</translation>
  </message>
  <message>
   <source>Next matter</source>
   <translation>另一诉求</translation>
  </message>
  <message>
   <source>Next review (2026-11-25)</source>
   <translation>下次复核日期（2026-11-25）</translation>
  </message>
  <message>
   <source>Next step by</source>
   <translation>下一步时限</translation>
  </message>
  <message>
   <source>No answer waits for its follow-up.</source>
   <translation>没有待回访的答复。</translation>
  </message>
  <message>
   <source>No article is like that. Take a filter away, or begin a new article.</source>
   <translation>没有符合条件的条目。请减少筛选条件，或新建条目。</translation>
  </message>
  <message>
   <source>No article is open and no hit is shown.</source>
   <translation>没有打开的条目，也没有检索结果。</translation>
  </message>
  <message>
   <source>No article is open, or there is no call.</source>
   <translation>没有打开条目，或没有通话。</translation>
  </message>
  <message>
   <source>No contact is stored yet: editors import them.</source>
   <translation>还没有单位电话：由知识库管理员导入。</translation>
  </message>
  <message>
   <source>No desk is kept on this machine yet.</source>
   <translation>这台电脑上还没有工作台。</translation>
  </message>
  <message>
   <source>No event card fits this call.</source>
   <translation>没有与此来电相符的突发事件卡。</translation>
  </message>
  <message>
   <source>No event card. When many call about one thing, a lead publishes a card: calls that fit it show it first, and one answer reaches all who reported it.</source>
   <translation>没有突发事件卡。许多人为同一件事来电时，由班长发布：相符的来电最先看到它，一次答复所有反映人。</translation>
  </message>
  <message>
   <source>No hit</source>
   <translation>未命中</translation>
  </message>
  <message>
   <source>No input method was found: Chinese cannot be typed. Run: operator-desk doctor</source>
   <translation>没有找到输入法，无法输入中文。请运行：operator-desk doctor</translation>
  </message>
  <message>
   <source>No new ticket: everything is signed.</source>
   <translation>没有新工单，均已签收。</translation>
  </message>
  <message>
   <source>No number is shown that a caller may be told.</source>
   <translation>当前没有可以告知来电人的号码。</translation>
  </message>
  <message>
   <source>No pair with this word.</source>
   <translation>没有含这个词的词对。</translation>
  </message>
  <message>
   <source>No question with these words.</source>
   <translation>没有含这些字词的问题。</translation>
  </message>
  <message>
   <source>No questions yet. Write what callers ask and choose the articles that answer it, or import a file.</source>
   <translation>还没有问题。请写下来电人怎么问，并选出应当查到的条目；也可以导入文件。</translation>
  </message>
  <message>
   <source>No sound comes out of this computer: you read, with the same keys.</source>
   <translation>本机没有声音输出：请您自己复述，原有按键不变。</translation>
  </message>
  <message>
   <source>No step on a ticket to take back.</source>
   <translation>没有可以收回的工单操作。</translation>
  </message>
  <message>
   <source>No synonym with this word.</source>
   <translation>没有含这个词的口语词。</translation>
  </message>
  <message>
   <source>No synonyms yet. Write below what callers say, and the official words for it.</source>
   <translation>还没有口语词。请在下方填写来电人的说法和对应的规范用语。</translation>
  </message>
  <message>
   <source>No ticket here. F11 in a call registers one.</source>
   <translation>这里没有工单。通话中按 F11 登记。</translation>
  </message>
  <message>
   <source>No ticket matches. C takes the filters away.</source>
   <translation>没有符合条件的工单。按 C 清除筛选。</translation>
  </message>
  <message>
   <source>No told-to list is open. When a version of an article is marked wrong, every call in which it was told stands here, to be called back.</source>
   <translation>没有待办的告知名单。条目某一版被标为有误后，告知过它的来电都列在这里，逐一更正回拨。</translation>
  </message>
  <message>
   <source>No unit has a question to a caller.</source>
   <translation>没有承办单位要转问诉求人。</translation>
  </message>
  <message>
   <source>No unit has returned a ticket.</source>
   <translation>没有待审的退单。</translation>
  </message>
  <message>
   <source>No voice speaks this language: you read, with the same keys.</source>
   <translation>没有能读这种语言的语音：请您自己复述，原有按键不变。</translation>
  </message>
  <message>
   <source>No, it was right then</source>
   <translation>不用，当时是对的</translation>
  </message>
  <message>
   <source>Nobody in these days. Choose more days, or another search.</source>
   <translation>这段时间没有记录。请放宽日期或改换检索词。</translation>
  </message>
  <message>
   <source>Nobody reached</source>
   <translation>未接通</translation>
  </message>
  <message>
   <source>None in words.</source>
   <translation>没有文字答复。</translation>
  </message>
  <message>
   <source>Not a date and an hour: {words}.</source>
   <translation>不是日期和时刻：{words}。</translation>
  </message>
  <message>
   <source>Not done: the ticket is {state} now. Your words are kept.</source>
   <translation>未办成：工单现为{state}。您填写的内容已保留。</translation>
  </message>
  <message>
   <source>Not done: {who} was first ({action}, {when}); the ticket is {state} now. Your words are kept here and in its way.</source>
   <translation>未办成：{who} 已先办理（{action}，{when}），工单现为{state}。您填写的内容保留在此，也记入流转。</translation>
  </message>
  <message>
   <source>Not effective: it was no longer possible when it came.</source>
   <translation>未生效：提交时已不能这样办理。</translation>
  </message>
  <message>
   <source>Not effective: the ticket had been moved before.</source>
   <translation>未生效：此前工单已有变动。</translation>
  </message>
  <message>
   <source>Not for us</source>
   <translation>非受理</translation>
  </message>
  <message>
   <source>Not handled jointly: the other ticket is not open any more.</source>
   <translation>未并单：对方工单已不在办。</translation>
  </message>
  <message>
   <source>Not jointly after all</source>
   <translation>取消并单</translation>
  </message>
  <message>
   <source>Not marked as told, the call is closed: {title}</source>
   <translation>通话已结束，未标为已告知：{title}</translation>
  </message>
  <message>
   <source>Not needed</source>
   <translation>无需回拨</translation>
  </message>
  <message>
   <source>Not needed…</source>
   <translation>无需回拨…</translation>
  </message>
  <message>
   <source>Not on disk since {time}</source>
   <translation>{time} 起未存盘</translation>
  </message>
  <message>
   <source>Not on disk since {time}: {reason}</source>
   <translation>{time} 起未存盘：{reason}</translation>
  </message>
  <message>
   <source>Not read</source>
   <translation>未复述</translation>
  </message>
  <message>
   <source>Not ready</source>
   <translation>示忙</translation>
  </message>
  <message>
   <source>Not solved</source>
   <translation>未解决</translation>
  </message>
  <message>
   <source>Not solved after rework</source>
   <translation>重办后仍未解决</translation>
  </message>
  <message>
   <source>Not solved: {number}</source>
   <translation>未解决：{number}</translation>
  </message>
  <message>
   <source>Not stored</source>
   <translation>未存入</translation>
  </message>
  <message>
   <source>Not stored yet: {n}. What is kept on this disk stays.</source>
   <translation>尚有 {n} 项未存入；已在本机磁盘上的不会丢。</translation>
  </message>
  <message>
   <source>Not stored: a step on a ticket, in the call of {time}</source>
   <translation>未保存：{time} 来电中的工单操作</translation>
  </message>
  <message>
   <source>Not stored: the closed call of {time}; it is kept on this disk</source>
   <translation>未存入：{time} 的来电（已结束），内容保留在本机磁盘</translation>
  </message>
  <message>
   <source>Not stored: the end of the call of {time}</source>
   <translation>未存入：{time} 来电的结束</translation>
  </message>
  <message>
   <source>Not stored: the flag on an article of {time}</source>
   <translation>未存入：{time} 的条目纠错</translation>
  </message>
  <message>
   <source>Not stored: the record of the call of {time}</source>
   <translation>未存入：{time} 来电的原话记录</translation>
  </message>
  <message>
   <source>Not stored: the seal of the call of {time}</source>
   <translation>未存入：{time} 来电的封存</translation>
  </message>
  <message>
   <source>Not stored: the state of the seat of {time}</source>
   <translation>未存入：{time} 的座席状态</translation>
  </message>
  <message>
   <source>Not stored: the ticket of the call of {time}</source>
   <translation>未存入：{time} 来电的工单</translation>
  </message>
  <message>
   <source>Not stored: {n} states of the seat</source>
   <translation>未存入：{n} 次座席状态变化</translation>
  </message>
  <message>
   <source>Not taken {n}</source>
   <translation>未收 {n}</translation>
  </message>
  <message>
   <source>Not taken: {n}. {reason}</source>
   <translation>有 {n} 处未采用。{reason}</translation>
  </message>
  <message>
   <source>Not the same</source>
   <translation>非同一诉求</translation>
  </message>
  <message>
   <source>Not told: {title}</source>
   <translation>没有告知：{title}</translation>
  </message>
  <message>
   <source>Not word for word: {words}</source>
   <translation>没有逐字记下：{words}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Note (may stay empty)</source>
   <translation>备注（可不填）</translation>
  </message>
  <message>
   <source>Note, if it helps (Tab)</source>
   <translation>备注，可不填（Tab）</translation>
  </message>
  <message>
   <source>Nothing can be done with this ticket now.</source>
   <translation>这件工单目前没有可做的操作。</translation>
  </message>
  <message>
   <source>Nothing found. Try fewer words, or another one for it.</source>
   <translation>没有找到。少写几个字，或换个说法试试。</translation>
  </message>
  <message>
   <source>Nothing has changed of what this desk tells. What changes stands here until read.</source>
   <translation>本席告知的内容没有变动。有变动会列在这里，直到阅读为止。</translation>
  </message>
  <message>
   <source>Nothing in force instead</source>
   <translation>缺现行依据</translation>
  </message>
  <message>
   <source>Nothing is being looked at by the centre.</source>
   <translation>没有中心正在审核的退单。</translation>
  </message>
  <message>
   <source>Nothing is due within a day.</source>
   <translation>24 小时内没有到期的工单。</translation>
  </message>
  <message>
   <source>Nothing is in hand.</source>
   <translation>没有办理中的工单。</translation>
  </message>
  <message>
   <source>Nothing is late.</source>
   <translation>没有超期工单。</translation>
  </message>
  <message>
   <source>Nothing is left in this queue.</source>
   <translation>此项待办已全部办结。</translation>
  </message>
  <message>
   <source>Nothing is stored so far.</source>
   <translation>目前什么都没有入库。</translation>
  </message>
  <message>
   <source>Nothing learned yet. Every article marked told (F10) teaches; it is learned from once a day.</source>
   <translation>还没有学到内容。每次标记“已告知”（F10）的条目都会用于学习，每天学习一次。</translation>
  </message>
  <message>
   <source>Nothing new to seal.</source>
   <translation>没有新内容可封存。</translation>
  </message>
  <message>
   <source>Nothing of it is left to take back.</source>
   <translation>已没有可撤销的内容。</translation>
  </message>
  <message>
   <source>Nothing right is published yet. The list stays open until it is.</source>
   <translation>正确的内容还没有发布。发布之前，名单一直保留。</translation>
  </message>
  <message>
   <source>Nothing waits here.</source>
   <translation>这里没有待办。</translation>
  </message>
  <message>
   <source>Nothing was answered yet.</source>
   <translation>还没有答复过工单。</translation>
  </message>
  <message>
   <source>Nothing was changed, so there is nothing to try.</source>
   <translation>没有改动，不需要试运行。</translation>
  </message>
  <message>
   <source>Nothing was found.</source>
   <translation>没有检索到。</translation>
  </message>
  <message>
   <source>Nothing was missed.</source>
   <translation>没有遗漏。</translation>
  </message>
  <message>
   <source>Nothing was published yet.</source>
   <translation>还没有发布过。</translation>
  </message>
  <message>
   <source>Nothing was read back.</source>
   <translation>没有复述。</translation>
  </message>
  <message>
   <source>Nothing was stored.</source>
   <translation>什么都没有入库。</translation>
  </message>
  <message>
   <source>Nothing was taken in yet. Each import stands here and can be taken back as a whole.</source>
   <translation>还没有导入或批量修改过。每批都列在这里，可以整批撤销。</translation>
  </message>
  <message>
   <source>Nothing would change.</source>
   <translation>没有变化。</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>现在</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>号码</translation>
  </message>
  <message>
   <source>Number of the call</source>
   <translation>来电号码</translation>
  </message>
  <message>
   <source>Number {n}: internal</source>
   <translation>第 {n} 个号码：内部</translation>
  </message>
  <message>
   <source>Number {n}: {field}</source>
   <translation>第 {n} 个号码：{field}</translation>
  </message>
  <message>
   <source>Number, title, place or category</source>
   <translation>编号、标题、地点或分类</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>Numbers to confirm</source>
   <translation>号码待核实</translation>
  </message>
  <message>
   <source>Numbers: Space marks those that were confirmed</source>
   <translation>号码：按空格勾选已核实的</translation>
  </message>
  <message>
   <source>Official word</source>
   <translation>规范用语</translation>
  </message>
  <message>
   <source>Official words</source>
   <translation>规范用语</translation>
  </message>
  <message>
   <source>Old names</source>
   <translation>旧称</translation>
  </message>
  <message>
   <source>Old number elsewhere</source>
   <translation>旧号码还在哪里</translation>
  </message>
  <message>
   <source>On disk {time}</source>
   <translation>{time} 已存盘</translation>
  </message>
  <message>
   <source>On the line. Greet the caller; F8 lets them begin.</source>
   <translation>电话已接通。请先问候来电人，按 F8 请对方开口。</translation>
  </message>
  <message>
   <source>On which day? (2026-11-25)</source>
   <translation>哪一天？（2026-11-25）</translation>
  </message>
  <message>
   <source>On {day}: {words}</source>
   <translation>{day}：{words}</translation>
  </message>
  <message>
   <source>Only the caller of a practice call does that.</source>
   <translation>只有练习电话里的来电人会这样做。</translation>
  </message>
  <message>
   <source>Only those shipped</source>
   <translation>只用自带脚本</translation>
  </message>
  <message>
   <source>Only you see this, and only now: nothing of it is kept. Esc leaves.</source>
   <translation>只有您自己看得到，也只在此刻：不作任何保存。Esc 离开。</translation>
  </message>
  <message>
   <source>Open an entry with Enter: here stands what taking it back would do to each of its articles.</source>
   <translation>按回车打开一批：这里显示撤销后每个条目会怎样。</translation>
  </message>
  <message>
   <source>Open the article</source>
   <translation>打开条目</translation>
  </message>
  <message>
   <source>Open the draft of {name}</source>
   <translation>打开{name}的草稿</translation>
  </message>
  <message>
   <source>Operator</source>
   <translation>话务员</translation>
  </message>
  <message>
   <source>Operator Desk</source>
   <translation>话务工作台</translation>
  </message>
  <message>
   <source>Other outgoing call</source>
   <translation>其他呼出</translation>
  </message>
  <message>
   <source>Out of scope</source>
   <translation>非受理范围</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Outcome of the call</source>
   <translation>通话结果</translation>
  </message>
  <message>
   <source>Outcome: taken unless a digit changes it</source>
   <translation>通话结果：按数字可改，不改即生效</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>呼出</translation>
  </message>
  <message>
   <source>Outgoing: {purpose}</source>
   <translation>呼出：{purpose}</translation>
  </message>
  <message>
   <source>Own scripts for practice calls: a file or a folder</source>
   <translation>练习电话的自有脚本：文件或文件夹</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>维护人</translation>
  </message>
  <message>
   <source>PRACTICE</source>
   <translation>练习</translation>
  </message>
  <message>
   <source>Pace of the voice in percent</source>
   <translation>语音语速（百分比）</translation>
  </message>
  <message>
   <source>Page {n} of {of}</source>
   <translation>第 {n} 页　共 {of} 页</translation>
  </message>
  <message>
   <source>Page: call</source>
   <translation>页面：来电</translation>
  </message>
  <message>
   <source>Page: counter</source>
   <translation>页面：计数</translation>
  </message>
  <message>
   <source>Page: events</source>
   <translation>页面：突发事件</translation>
  </message>
  <message>
   <source>Page: knowledge</source>
   <translation>页面：知识</translation>
  </message>
  <message>
   <source>Page: settings</source>
   <translation>页面：设置</translation>
  </message>
  <message>
   <source>Page: tickets</source>
   <translation>页面：工单</translation>
  </message>
  <message>
   <source>Page: view log</source>
   <translation>页面：查阅记录</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Pause  F4</source>
   <translation>暂停  F4</translation>
  </message>
  <message>
   <source>Pauses asked</source>
   <translation>待审中止</translation>
  </message>
  <message>
   <source>Person or number of a ticket</source>
   <translation>人员姓名、账号或工单编号</translation>
  </message>
  <message>
   <source>Phrase</source>
   <translation>用语</translation>
  </message>
  <message>
   <source>Phrases, cards</source>
   <translation>用语卡片</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>固定</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>事发地点</translation>
  </message>
  <message>
   <source>Place of the matter</source>
   <translation>事发地点</translation>
  </message>
  <message>
   <source>Please go on</source>
   <translation>请继续</translation>
  </message>
  <message>
   <source>Possible duplicates</source>
   <translation>可能重复的工单</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>练习</translation>
  </message>
  <message>
   <source>Practice call</source>
   <translation>练习电话</translation>
  </message>
  <message>
   <source>Practice calls</source>
   <translation>练习电话</translation>
  </message>
  <message>
   <source>Practice desk</source>
   <translation>练习台</translation>
  </message>
  <message>
   <source>Practice: after-call work</source>
   <translation>练习：话后整理</translation>
  </message>
  <message>
   <source>Practice: let the caller say it again</source>
   <translation>练习：请来电人再说一遍</translation>
  </message>
  <message>
   <source>Practice: the ticket is complete. Nothing was sent.</source>
   <translation>练习：工单已填完整，没有发出。</translation>
  </message>
  <message>
   <source>Preview of the text</source>
   <translation>正文预览</translation>
  </message>
  <message>
   <source>Previous item</source>
   <translation>上一项</translation>
  </message>
  <message>
   <source>Printed: {number}</source>
   <translation>已送打印：{number}</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>概率</translation>
  </message>
  <message>
   <source>Procedure</source>
   <translation>办事指南</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>查进度</translation>
  </message>
  <message>
   <source>Progress told: {number}</source>
   <translation>已告知进度：{number}</translation>
  </message>
  <message>
   <source>Propose</source>
   <translation>生成摘要</translation>
  </message>
  <message>
   <source>Propose articles from the statement being typed</source>
   <translation>按正在录入的语句推荐条目</translation>
  </message>
  <message>
   <source>Proposed units</source>
   <translation>建议承办单位</translation>
  </message>
  <message>
   <source>Proposed, Enter takes it: {why}</source>
   <translation>建议，回车采用：{why}</translation>
  </message>
  <message>
   <source>Proposed, {key} takes it: {words}. {reason}</source>
   <translation>建议填 {words}（按 {key} 采用）。{reason}</translation>
  </message>
  <message>
   <source>Proposed: {name}</source>
   <translation>建议：{name}</translation>
  </message>
  <message>
   <source>Proposes: {unit}</source>
   <translation>建议转派：{unit}</translation>
  </message>
  <message>
   <source>Proves the record; tells no text, name or number.</source>
   <translation>可证明记录已封存；不载明原话、姓名、号码。</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>发布</translation>
  </message>
  <message>
   <source>Publish now…</source>
   <translation>立即发布…</translation>
  </message>
  <message>
   <source>Publish on a day…</source>
   <translation>定日发布…</translation>
  </message>
  <message>
   <source>Publish on this day</source>
   <translation>在这一天发布</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>已发布</translation>
  </message>
  <message>
   <source>Published meanwhile</source>
   <translation>期间已发布</translation>
  </message>
  <message>
   <source>Published: {title}</source>
   <translation>已发布：{title}</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Question set</source>
   <translation>问题集</translation>
  </message>
  <message>
   <source>Question sets</source>
   <translation>问题集</translation>
  </message>
  <message>
   <source>Question sets, worsened questions first</source>
   <translation>问题集，变差的在前</translation>
  </message>
  <message>
   <source>Question sets: {n} fall out</source>
   <translation>问题集：{n} 题跌出前十</translation>
  </message>
  <message>
   <source>Question sets: {words}</source>
   <translation>问题集：{words}</translation>
  </message>
  <message>
   <source>Questions asked: {n} of {of}</source>
   <translation>已检索 {n} / {of} 题</translation>
  </message>
  <message>
   <source>Questions to callers</source>
   <translation>转问诉求人</translation>
  </message>
  <message>
   <source>Queues</source>
   <translation>待办</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>Reached, or why not</source>
   <translation>是否接通，未接通的原因</translation>
  </message>
  <message>
   <source>Read again  F4</source>
   <translation>再读一遍  F4</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>读取格式</translation>
  </message>
  <message>
   <source>Read back</source>
   <translation>复述</translation>
  </message>
  <message>
   <source>Read, next</source>
   <translation>已阅，下一条</translation>
  </message>
  <message>
   <source>Readback</source>
   <translation>复述确认</translation>
  </message>
  <message>
   <source>Readback: every answer as the caller meant it</source>
   <translation>复述：每一项都按来电人的意思作了选择</translation>
  </message>
  <message>
   <source>Reading {file}…</source>
   <translation>正在读取 {file}…</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>示闲</translation>
  </message>
  <message>
   <source>Ready for a call</source>
   <translation>等待来电</translation>
  </message>
  <message>
   <source>Ready or not ready</source>
   <translation>示闲/示忙</translation>
  </message>
  <message>
   <source>Ready, or not ready: why?</source>
   <translation>示闲，还是示忙？示忙的原因：</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>原话记录</translation>
  </message>
  <message>
   <source>Refused rows: {n}</source>
   <translation>拒收的行：{n}</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>适用地区</translation>
  </message>
  <message>
   <source>Register a ticket</source>
   <translation>登记工单</translation>
  </message>
  <message>
   <source>Register the ticket</source>
   <translation>登记工单</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>登记时间</translation>
  </message>
  <message>
   <source>Regulation</source>
   <translation>政策法规</translation>
  </message>
  <message>
   <source>Regulations</source>
   <translation>法规</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>提示</translation>
  </message>
  <message>
   <source>Repeal</source>
   <translation>废止</translation>
  </message>
  <message>
   <source>Repeal {n} articles</source>
   <translation>废止 {n} 条</translation>
  </message>
  <message>
   <source>Repealed</source>
   <translation>已废止</translation>
  </message>
  <message>
   <source>Repealed on</source>
   <translation>废止日期</translation>
  </message>
  <message>
   <source>Repealed on (2026-11-25)</source>
   <translation>废止日期（2026-11-25）</translation>
  </message>
  <message>
   <source>Repealed today</source>
   <translation>今天废止</translation>
  </message>
  <message>
   <source>Repealed, and nothing says what is in force instead.</source>
   <translation>已废止，且未指明现行依据。</translation>
  </message>
  <message>
   <source>Repealed. {name} should be in force instead, but is not here.</source>
   <translation>已废止。所指现行依据“{name}”不在库中。</translation>
  </message>
  <message>
   <source>Repeal…</source>
   <translation>废止…</translation>
  </message>
  <message>
   <source>Responsible unit</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>Return {n}: {unit}</source>
   <translation>第 {n} 次退单：{unit}</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>已退单</translation>
  </message>
  <message>
   <source>Returns to decide</source>
   <translation>待审退单</translation>
  </message>
  <message>
   <source>Review by</source>
   <translation>复核期限</translation>
  </message>
  <message>
   <source>Review by {day}</source>
   <translation>核实至 {day}</translation>
  </message>
  <message>
   <source>Review overdue</source>
   <translation>逾期未核</translation>
  </message>
  <message>
   <source>Reviewed</source>
   <translation>已复核</translation>
  </message>
  <message>
   <source>Reviewed, next on {day}: {title}</source>
   <translation>已复核，下次 {day}：{title}</translation>
  </message>
  <message>
   <source>Reviewed…</source>
   <translation>已复核…</translation>
  </message>
  <message>
   <source>Rework</source>
   <translation>重办</translation>
  </message>
  <message>
   <source>Right after all: version {versions}. The told-to list ends, nobody is called back.</source>
   <translation>第 {versions} 版其实无误：告知名单作废，不再回拨。</translation>
  </message>
  <message>
   <source>Right articles</source>
   <translation>正确条目</translation>
  </message>
  <message>
   <source>Right channel: {channel}</source>
   <translation>引导渠道：{channel}</translation>
  </message>
  <message>
   <source>Right today at {title}: {numbers}</source>
   <translation>“{title}”今日核实无误的号码：{numbers}</translation>
  </message>
  <message>
   <source>Roads and places, parted by 、; or a place of the list</source>
   <translation>路名、地名，用、隔开；或从区划中选择</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行号</translation>
  </message>
  <message>
   <source>Row {n}: {reason}</source>
   <translation>第 {n} 行：{reason}</translation>
  </message>
  <message>
   <source>Rows of the files</source>
   <translation>文件各行</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>Run now</source>
   <translation>现在运行</translation>
  </message>
  <message>
   <source>Said no: rework</source>
   <translation>不满意待重办</translation>
  </message>
  <message>
   <source>Same number, {n} calls. A digit shows more.</source>
   <translation>同号来电 {n} 次，按数字看详情。</translation>
  </message>
  <message>
   <source>Sample staff, password of all: {password}</source>
   <translation>示例人员，密码都是：{password}</translation>
  </message>
  <message>
   <source>Sample staff, starter knowledge and a month of invented calls.</source>
   <translation>带示例人员、起步知识和一个月的虚构来电。</translation>
  </message>
  <message>
   <source>Satisfied with the hotline</source>
   <translation>对热线是否满意</translation>
  </message>
  <message>
   <source>Satisfied with the unit</source>
   <translation>对承办单位是否满意</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>存为 PDF…</translation>
  </message>
  <message>
   <source>Save as a table…</source>
   <translation>存为表格…</translation>
  </message>
  <message>
   <source>Save draft</source>
   <translation>保存草稿</translation>
  </message>
  <message>
   <source>Save the attachment</source>
   <translation>保存附件</translation>
  </message>
  <message>
   <source>Save the report…</source>
   <translation>保存报告…</translation>
  </message>
  <message>
   <source>Saved: {path}</source>
   <translation>已保存：{path}</translation>
  </message>
  <message>
   <source>Say how it was told.</source>
   <translation>请写明怎样告知的。</translation>
  </message>
  <message>
   <source>Say it again</source>
   <translation>请再说一遍</translation>
  </message>
  <message>
   <source>Say the number digit by digit</source>
   <translation>逐位报出号码</translation>
  </message>
  <message>
   <source>Say why it is taken back.</source>
   <translation>请写明撤销原因。</translation>
  </message>
  <message>
   <source>Say why the articles are changed.</source>
   <translation>请写明修改原因。</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>待发布</translation>
  </message>
  <message>
   <source>Scope of the readback</source>
   <translation>复述范围</translation>
  </message>
  <message>
   <source>Scope: {scope}</source>
   <translation>范围：{scope}</translation>
  </message>
  <message>
   <source>Scripted calls (*.jsonl)</source>
   <translation>来电脚本 (*.jsonl)</translation>
  </message>
  <message>
   <source>Scripts for practice calls</source>
   <translation>练习电话脚本</translation>
  </message>
  <message>
   <source>Scripts of this centre</source>
   <translation>本中心的脚本</translation>
  </message>
  <message>
   <source>Scripts of this centre…</source>
   <translation>本中心的脚本…</translation>
  </message>
  <message>
   <source>Seal and chain are whole.</source>
   <translation>封存与记录链完整无误。</translation>
  </message>
  <message>
   <source>Seal no. {number}, part {part}, {time}</source>
   <translation>封存第 {number} 号，第 {part} 部分，{time}</translation>
  </message>
  <message>
   <source>Seal now</source>
   <translation>封存</translation>
  </message>
  <message>
   <source>Sealed, no. {number}</source>
   <translation>已封存，第 {number} 号</translation>
  </message>
  <message>
   <source>Seals</source>
   <translation>封存</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>检索</translation>
  </message>
  <message>
   <source>Search an article to add</source>
   <translation>检索要添加的条目</translation>
  </message>
  <message>
   <source>Search learned pairs</source>
   <translation>查找学到的词对</translation>
  </message>
  <message>
   <source>Search numbers</source>
   <translation>查电话</translation>
  </message>
  <message>
   <source>Search questions</source>
   <translation>查找问题</translation>
  </message>
  <message>
   <source>Search synonyms</source>
   <translation>查找口语词</translation>
  </message>
  <message>
   <source>Search the articles that answer it; Enter adds one.</source>
   <translation>检索能回答它的条目，回车添加。</translation>
  </message>
  <message>
   <source>Search the knowledge base</source>
   <translation>检索知识库</translation>
  </message>
  <message>
   <source>Search the list of articles</source>
   <translation>在条目列表中查找</translation>
  </message>
  <message>
   <source>Search the view log</source>
   <translation>检索查阅记录</translation>
  </message>
  <message>
   <source>Search tickets</source>
   <translation>查找工单</translation>
  </message>
  <message>
   <source>Secrecy</source>
   <translation>保密</translation>
  </message>
  <message>
   <source>Secret or anonymous: only the reason is stored.</source>
   <translation>保密或匿名诉求：只存理由，不存备注。</translation>
  </message>
  <message>
   <source>Secret, and another number: say nothing but the state.</source>
   <translation>保密工单，且不是登记时的号码：只能告知状态。</translation>
  </message>
  <message>
   <source>Section</source>
   <translation>章节</translation>
  </message>
  <message>
   <source>Send back</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Send back…</source>
   <translation>退回修改…</translation>
  </message>
  <message>
   <source>Sent back: {why}</source>
   <translation>已退回：{why}</translation>
  </message>
  <message>
   <source>Sentence to say</source>
   <translation>答复口径</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>问题集</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Several tickets at once</source>
   <translation>批量办理</translation>
  </message>
  <message>
   <source>Several words are parted by ；</source>
   <translation>多个词用“；”隔开</translation>
  </message>
  <message>
   <source>Shift+Enter begins a new line</source>
   <translation>Shift+Enter 换行</translation>
  </message>
  <message>
   <source>Shift, Ctrl or Ctrl+A pick several, to be changed at once</source>
   <translation>按住 Shift、Ctrl 或按 Ctrl+A 可选多条，批量修改</translation>
  </message>
  <message>
   <source>Should be found by…</source>
   <translation>应能用这个问法查到…</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>查看新版本</translation>
  </message>
  <message>
   <source>Show the counter in the top bar</source>
   <translation>在顶栏显示计数</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>查看名单</translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Show what is in force</source>
   <translation>查看现行条文</translation>
  </message>
  <message>
   <source>Shown until</source>
   <translation>显示到</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Sign off</source>
   <translation>签出</translation>
  </message>
  <message>
   <source>Sign off all the same</source>
   <translation>仍要签出</translation>
  </message>
  <message>
   <source>Silent call</source>
   <translation>无声来电</translation>
  </message>
  <message>
   <source>Silent call: prompt {n}, ends in {left} s. Shift+F12 stops it.</source>
   <translation>无声来电：第 {n} 次提示，{left} 秒后结束。Shift+F12 取消。</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>起始</translation>
  </message>
  <message>
   <source>Since my last shift</source>
   <translation>班前须知</translation>
  </message>
  <message>
   <source>Since the last run</source>
   <translation>与上次相比</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>放慢</translation>
  </message>
  <message>
   <source>Slower: the key −</source>
   <translation>放慢：按 − 键</translation>
  </message>
  <message>
   <source>Solved</source>
   <translation>是否解决</translation>
  </message>
  <message>
   <source>Solved: answer {n} tickets</source>
   <translation>已解决：答复 {n} 张工单</translation>
  </message>
  <message>
   <source>Something newer was published meanwhile; see “Take over”.</source>
   <translation>期间已有更新的版本发布，请看“合并”。</translation>
  </message>
  <message>
   <source>Something newer was published while this draft was written. Choose field by field; nothing is lost, every version stays.</source>
   <translation>写这份草稿期间已有更新的版本发布。请逐项选择；什么都不会丢，各版本都保留。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Source: {source}</source>
   <translation>依据：{source}</translation>
  </message>
  <message>
   <source>Space marks; with none marked all are meant.</source>
   <translation>按空格勾选；都不勾选即为全部。</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Statement {n}: {words}</source>
   <translation>第 {n} 句：{words}</translation>
  </message>
  <message>
   <source>Steps of the card</source>
   <translation>处置步骤</translation>
  </message>
  <message>
   <source>Still missing: {fields}.</source>
   <translation>还缺：{fields}。</translation>
  </message>
  <message>
   <source>Still to register: {n} ({calls}).</source>
   <translation>待登记 {n} 通（{calls}）。</translation>
  </message>
  <message>
   <source>Still to register: {n}. A digit or Enter opens one.</source>
   <translation>待登记 {n} 通，按数字或回车打开。</translation>
  </message>
  <message>
   <source>Stopped: {n} articles are changed, the others are not. They can be taken back together, now or later.</source>
   <translation>已停下：{n} 条已修改并生效，其余没有。已修改的现在或以后都可以一并撤销。</translation>
  </message>
  <message>
   <source>Stopped: {n} articles are stored and hold, the others are not. They are one import and can be taken back together, now or later.</source>
   <translation>已停下：{n} 条已入库并生效，其余没有。已入库的算作一批，现在或以后都可以一并撤销。</translation>
  </message>
  <message>
   <source>Stopped: {n} articles are taken back, the others still stand.</source>
   <translation>已停下：已撤销 {n} 条，其余仍有效。</translation>
  </message>
  <message>
   <source>Store again what could not be stored</source>
   <translation>重试存入</translation>
  </message>
  <message>
   <source>Stored on this machine</source>
   <translation>存于本机</translation>
  </message>
  <message>
   <source>Stored version {n}</source>
   <translation>第 {n} 版</translation>
  </message>
  <message>
   <source>Strike</source>
   <translation>剔除</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>分类</translation>
  </message>
  <message>
   <source>Such as: the supply was restored at 19:40.</source>
   <translation>如：已于 19:40 恢复供水。</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>诉求摘要</translation>
  </message>
  <message>
   <source>Summary in the operator's words</source>
   <translation>诉求摘要（受理员概括）</translation>
  </message>
  <message>
   <source>Supplement</source>
   <translation>追加</translation>
  </message>
  <message>
   <source>Supplement to {number}</source>
   <translation>追加到 {number}</translation>
  </message>
  <message>
   <source>Supplement to {number}: type it, it is joined when it is sealed</source>
   <translation>追加到 {number}：请记录，封存时并入工单</translation>
  </message>
  <message>
   <source>Synonyms</source>
   <translation>同义词</translation>
  </message>
  <message>
   <source>Take a call</source>
   <translation>接听</translation>
  </message>
  <message>
   <source>Take articles in</source>
   <translation>导入条目</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>收回</translation>
  </message>
  <message>
   <source>Take back (60 s)  U</source>
   <translation>撤回（60 秒内）  U</translation>
  </message>
  <message>
   <source>Take back the step on a ticket</source>
   <translation>收回工单操作</translation>
  </message>
  <message>
   <source>Take back what was done</source>
   <translation>撤销已入库的</translation>
  </message>
  <message>
   <source>Take down</source>
   <translation>撤下</translation>
  </message>
  <message>
   <source>Take down…</source>
   <translation>撤下…</translation>
  </message>
  <message>
   <source>Take in</source>
   <translation>导入文件</translation>
  </message>
  <message>
   <source>Take in the other {n} articles</source>
   <translation>只导入其余 {n} 条</translation>
  </message>
  <message>
   <source>Take in {n} articles</source>
   <translation>导入 {n} 条</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Take it back…</source>
   <translation>整批撤销…</translation>
  </message>
  <message>
   <source>Take number {n} out</source>
   <translation>删去第 {n} 个号码</translation>
  </message>
  <message>
   <source>Take out of the set</source>
   <translation>移出问题集</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Take the flag back</source>
   <translation>撤回纠错</translation>
  </message>
  <message>
   <source>Take the mark back</source>
   <translation>撤回标记</translation>
  </message>
  <message>
   <source>Take the mark back…</source>
   <translation>撤回有误标记…</translation>
  </message>
  <message>
   <source>Take the value away from {n} articles</source>
   <translation>清空 {n} 条的这一项</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>采用对方的</translation>
  </message>
  <message>
   <source>Take this key</source>
   <translation>采用此键</translation>
  </message>
  <message>
   <source>Take {n} articles down</source>
   <translation>撤下 {n} 条</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>撤销结果</translation>
  </message>
  <message>
   <source>Taken back.</source>
   <translation>已撤回。</translation>
  </message>
  <message>
   <source>Taken back: {number}.</source>
   <translation>已撤回：{number}。</translation>
  </message>
  <message>
   <source>Taken back: {title}</source>
   <translation>已撤回告知：{title}</translation>
  </message>
  <message>
   <source>Taken down</source>
   <translation>已撤下</translation>
  </message>
  <message>
   <source>Taken out: {line}</source>
   <translation>已从摘要移除：{line}</translation>
  </message>
  <message>
   <source>Taking back</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Taking back an undo brings the import back.</source>
   <translation>撤销一次撤销，就是恢复那批导入。</translation>
  </message>
  <message>
   <source>Talk</source>
   <translation>通话</translation>
  </message>
  <message>
   <source>Talk time {time}</source>
   <translation>通话时长 {time}</translation>
  </message>
  <message>
   <source>Target of the month: {target}. Each row below says by which rule it counts.</source>
   <translation>本月目标 {target}。下面每一行都写明按哪条规则计入。</translation>
  </message>
  <message>
   <source>Telephone number</source>
   <translation>电话号码</translation>
  </message>
  <message>
   <source>Telephone numbers</source>
   <translation>电话号码</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>Text (Markdown)</source>
   <translation>正文（Markdown）</translation>
  </message>
  <message>
   <source>Text of the article</source>
   <translation>条目正文</translation>
  </message>
  <message>
   <source>The article is taken down. Publishing brings it back.</source>
   <translation>该条目已撤下，发布后恢复。</translation>
  </message>
  <message>
   <source>The article was taken down: what was told does not hold any more.</source>
   <translation>条目已撤下：告知过的内容不再有效。</translation>
  </message>
  <message>
   <source>The call is over; what is missing can still be given. F12 leaves it open.</source>
   <translation>通话已结束，未答的仍可补填。F12 结束整理，回访仍待完成。</translation>
  </message>
  <message>
   <source>The caller has hung up. Finish the after-call work, then F12.</source>
   <translation>来电人已挂机。请完成话后整理，再按 F12。</translation>
  </message>
  <message>
   <source>The caller listens …</source>
   <translation>来电人在听…</translation>
  </message>
  <message>
   <source>The desk is being made…</source>
   <translation>正在建立工作台……</translation>
  </message>
  <message>
   <source>The draft does not say {numbers} any more; callers are still told it by {n} others.</source>
   <translation>草稿已不再告知 {numbers}，另有 {n} 个条目仍在告知。</translation>
  </message>
  <message>
   <source>The draft goes back to who wrote it.</source>
   <translation>草稿将退回给撰写人。</translation>
  </message>
  <message>
   <source>The draft leaves the list; its steps stay in the store.</source>
   <translation>草稿将从列表中移除，各步记录仍保留。</translation>
  </message>
  <message>
   <source>The file is too long to show every row before it is stored.</source>
   <translation>文件太长，不能在入库前逐行显示内容。</translation>
  </message>
  <message>
   <source>The files were put away; nothing was stored.</source>
   <translation>已放弃；什么都没有入库。</translation>
  </message>
  <message>
   <source>The first {n} of {of}; search for others.</source>
   <translation>显示前 {n} 对，共 {of} 对；其余请查找。</translation>
  </message>
  <message>
   <source>The language changes after this call.</source>
   <translation>本次通话后切换语言。</translation>
  </message>
  <message>
   <source>The machine's voice reads the record back</source>
   <translation>用语音朗读复述记录</translation>
  </message>
  <message>
   <source>The other matter</source>
   <translation>切换诉求</translation>
  </message>
  <message>
   <source>The other tickets</source>
   <translation>其他工单</translation>
  </message>
  <message>
   <source>The practice desk is being made…</source>
   <translation>正在建立练习台……</translation>
  </message>
  <message>
   <source>The program ended in the middle of it.</source>
   <translation>程序在这批做到一半时退出。</translation>
  </message>
  <message>
   <source>The question sets are being tried.</source>
   <translation>正在试运行问题集。</translation>
  </message>
  <message>
   <source>The question sets were not tried for this change.</source>
   <translation>这项变更还没有试过问题集。</translation>
  </message>
  <message>
   <source>The record was changed meanwhile; look at it again.</source>
   <translation>记录已有变动，请重新查看。</translation>
  </message>
  <message>
   <source>The report is saved: {path}</source>
   <translation>报告已保存：{path}</translation>
  </message>
  <message>
   <source>The right version is published: version {n}.</source>
   <translation>正确的版本已发布：第 {n} 版。</translation>
  </message>
  <message>
   <source>The search is being opened…</source>
   <translation>正在打开检索…</translation>
  </message>
  <message>
   <source>The sentence that callers are told</source>
   <translation>告知来电人的话</translation>
  </message>
  <message>
   <source>The ticket of this matter joins the event.</source>
   <translation>本诉求的工单将并入此事件。</translation>
  </message>
  <message>
   <source>The ticket was changed meanwhile; look at the new slip.</source>
   <translation>工单刚有变动，请查看新的交办单。</translation>
  </message>
  <message>
   <source>The unit asks: {question}</source>
   <translation>承办单位询问：{question}</translation>
  </message>
  <message>
   <source>The unit's answer</source>
   <translation>承办单位的答复</translation>
  </message>
  <message>
   <source>The voice finds no room on the disk: you read, with the same keys.</source>
   <translation>磁盘没有空间，语音无法朗读：请您自己复述，原有按键不变。</translation>
  </message>
  <message>
   <source>The voice has stopped: you read, with the same keys.</source>
   <translation>语音已中断：请您自己复述，原有按键不变。</translation>
  </message>
  <message>
   <source>The voice is switched off; you read the items aloud.</source>
   <translation>关闭语音，由您自己复述。</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Then, or why not</source>
   <translation>改后，或不能改的原因</translation>
  </message>
  <message>
   <source>There are no articles yet. Begin one, or take a file in.</source>
   <translation>还没有条目。请新建，或导入文件。</translation>
  </message>
  <message>
   <source>There are no questions yet. Say with “Should be found by…” what callers ask for this article, or import a set under “Question sets”.</source>
   <translation>还没有问题。可用“应能用这个问法查到…”写下来电人怎么问这一条，或在“问题集”中导入。</translation>
  </message>
  <message>
   <source>There is no number to call back.</source>
   <translation>没有可以回拨的号码。</translation>
  </message>
  <message>
   <source>There is no ticket yet.</source>
   <translation>还没有工单。</translation>
  </message>
  <message>
   <source>There is no voice here: what the caller says stands in the strip.</source>
   <translation>本机没有语音：来电人的话显示在上方黄条里。</translation>
  </message>
  <message>
   <source>There is nothing in it that could be taken in.</source>
   <translation>其中没有可以导入的内容。</translation>
  </message>
  <message>
   <source>There is nothing right to tell yet: publish the correction first.</source>
   <translation>还没有正确的内容可告知：请先发布更正。</translation>
  </message>
  <message>
   <source>There is nothing to read back.</source>
   <translation>没有需要复述的内容。</translation>
  </message>
  <message>
   <source>These tickets came late, or the answering was broken off.</source>
   <translation>这些工单来得较晚，或上次答复中断。</translation>
  </message>
  <message>
   <source>This article was withdrawn at {time}: do not tell it.</source>
   <translation>本条目已于 {time} 撤下，请勿再告知。</translation>
  </message>
  <message>
   <source>This call</source>
   <translation>本次通话</translation>
  </message>
  <message>
   <source>This call is done already.</source>
   <translation>这通来电已办完。</translation>
  </message>
  <message>
   <source>This call is not silent: something is written down.</source>
   <translation>已有录入，不是无声来电。</translation>
  </message>
  <message>
   <source>This file is attached already.</source>
   <translation>此文件已在附件中。</translation>
  </message>
  <message>
   <source>This is a fault of the program; your text is kept. Please report it.</source>
   <translation>程序出错，您录入的文字已保住，请上报。</translation>
  </message>
  <message>
   <source>This is your text that was not saved yet.</source>
   <translation>这是您上次未保存的文字。</translation>
  </message>
  <message>
   <source>This matter</source>
   <translation>本诉求</translation>
  </message>
  <message>
   <source>This matter has its ticket: {number}</source>
   <translation>此诉求已有工单：{number}</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>本月</translation>
  </message>
  <message>
   <source>This record is a supplement already.</source>
   <translation>这份记录已经是追加记录。</translation>
  </message>
  <message>
   <source>This record supplements {number}. Shift+F2: another matter.</source>
   <translation>这份记录追加到 {number}，不另立工单。另有诉求按 Shift+F2。</translation>
  </message>
  <message>
   <source>This row is not taken in</source>
   <translation>这一行未收</translation>
  </message>
  <message>
   <source>This text published</source>
   <translation>发布本稿</translation>
  </message>
  <message>
   <source>Ticket</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Ticket by its number</source>
   <translation>按编号找工单</translation>
  </message>
  <message>
   <source>Ticket number that the caller says</source>
   <translation>来电人报的工单编号</translation>
  </message>
  <message>
   <source>Ticket number, such as A07-0012</source>
   <translation>工单编号，如 A07-0012</translation>
  </message>
  <message>
   <source>Ticket {number}</source>
   <translation>工单 {number}</translation>
  </message>
  <message>
   <source>Ticket {number} joined: {title}</source>
   <translation>工单 {number} 已并入：{title}</translation>
  </message>
  <message>
   <source>Ticket {number} registered. To say: {short}</source>
   <translation>工单 {number} 已登记，口述编号 {short}</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>Tickets that report the same</source>
   <translation>反映同一事件的工单</translation>
  </message>
  <message>
   <source>Tickets that report the same: {n}, without answer {open}</source>
   <translation>反映同一事件的工单：{n} 张，待答复 {open} 张</translation>
  </message>
  <message>
   <source>Tickets: {n}. A digit opens one.</source>
   <translation>工单 {n} 张，按数字打开。</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Time by holder</source>
   <translation>各环节用时</translation>
  </message>
  <message>
   <source>Time left</source>
   <translation>剩余时间</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Times told</source>
   <translation>告知次数</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Title, key or owner</source>
   <translation>标题、编号或维护人</translation>
  </message>
  <message>
   <source>To close</source>
   <translation>待办结</translation>
  </message>
  <message>
   <source>To dispatch</source>
   <translation>待派单</translation>
  </message>
  <message>
   <source>To follow up</source>
   <translation>待回访</translation>
  </message>
  <message>
   <source>To say</source>
   <translation>告知用语</translation>
  </message>
  <message>
   <source>To say: {words}</source>
   <translation>告知用语：{words}</translation>
  </message>
  <message>
   <source>To sign</source>
   <translation>待签收</translation>
  </message>
  <message>
   <source>To the tickets</source>
   <translation>回到工单</translation>
  </message>
  <message>
   <source>To try again</source>
   <translation>待再次回访</translation>
  </message>
  <message>
   <source>To version</source>
   <translation>截止版本</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>派往</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Today {today}   Month {month}</source>
   <translation>今日 {today}   本月 {month}</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>已告知</translation>
  </message>
  <message>
   <source>Told another way…</source>
   <translation>已另行告知…</translation>
  </message>
  <message>
   <source>Told at</source>
   <translation>告知时间</translation>
  </message>
  <message>
   <source>Told besides: {title}</source>
   <translation>另外告知：{title}</translation>
  </message>
  <message>
   <source>Told in {n} calls</source>
   <translation>已在 {n} 个来电中告知</translation>
  </message>
  <message>
   <source>Told the caller</source>
   <translation>告知诉求人</translation>
  </message>
  <message>
   <source>Told-to lists</source>
   <translation>告知名单</translation>
  </message>
  <message>
   <source>Told-to lists: {n} calls to make. F1, gzmd shows them.</source>
   <translation>告知名单：有 {n} 通待更正回拨，按 F1 输入 gzmd 查看。</translation>
  </message>
  <message>
   <source>Told.</source>
   <translation>已告知。</translation>
  </message>
  <message>
   <source>Told: {n} articles</source>
   <translation>已告知 {n} 条</translation>
  </message>
  <message>
   <source>Told: {title}</source>
   <translation>已告知：{title}</translation>
  </message>
  <message>
   <source>Tries</source>
   <translation>未接</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Try again  F4</source>
   <translation>再试一次  F4</translation>
  </message>
  <message>
   <source>Try the question sets</source>
   <translation>试运行问题集</translation>
  </message>
  <message>
   <source>Type in the search box (F3). What fits the record is proposed here.</source>
   <translation>按 F3 输入检索词；录入时会在这里推荐合适的条目。</translation>
  </message>
  <message>
   <source>Type what the caller says. Enter ends a statement. F5 reads it back.</source>
   <translation>录入来电人的原话，回车结束一句，F5 复述。</translation>
  </message>
  <message>
   <source>Unchanged {n}</source>
   <translation>未变 {n}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo taken back: {what}</source>
   <translation>恢复已撤销的：{what}</translation>
  </message>
  <message>
   <source>Undo this import…</source>
   <translation>撤销这次导入…</translation>
  </message>
  <message>
   <source>Undo what is not saved…</source>
   <translation>放弃未保存的修改…</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>Unit's limit</source>
   <translation>承办时限</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Until (2026-11-25, may stay empty)</source>
   <translation>期限（2026-11-25，可不填）</translation>
  </message>
  <message>
   <source>Until {when}</source>
   <translation>至 {when}</translation>
  </message>
  <message>
   <source>Urgency</source>
   <translation>紧急程度</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Valid from</source>
   <translation>生效日期</translation>
  </message>
  <message>
   <source>Validity</source>
   <translation>效力</translation>
  </message>
  <message>
   <source>Verbatim record</source>
   <translation>原话记录</translation>
  </message>
  <message>
   <source>Verbatim record: one line a statement</source>
   <translation>原话记录（一行一句）</translation>
  </message>
  <message>
   <source>Verify the seal</source>
   <translation>封存校验</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>Version of</source>
   <translation>版本日期</translation>
  </message>
  <message>
   <source>Version of {day}</source>
   <translation>{day} 版本</translation>
  </message>
  <message>
   <source>Version {n} was told in {calls} calls. Every call in which a wrong version was told is put on the told-to list, to be called back.</source>
   <translation>第 {n} 版在 {calls} 通来电中告知过。凡告知过有误版本的来电都列入告知名单，逐一更正回拨。</translation>
  </message>
  <message>
   <source>Version {n}, before at the left</source>
   <translation>第 {n} 版，左边为前一版</translation>
  </message>
  <message>
   <source>Version {n}, the first</source>
   <translation>第 {n} 版，首版</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>历史版本</translation>
  </message>
  <message>
   <source>View log</source>
   <translation>查阅记录</translation>
  </message>
  <message>
   <source>Voice {rate} %</source>
   <translation>语音 {rate} %</translation>
  </message>
  <message>
   <source>Voice: pause, go on, again</source>
   <translation>语音：暂停、继续、重读</translation>
  </message>
  <message>
   <source>Waits again: {title}</source>
   <translation>已恢复为待办：{title}</translation>
  </message>
  <message>
   <source>Wants a reply</source>
   <translation>是否要求答复</translation>
  </message>
  <message>
   <source>Way</source>
   <translation>流转</translation>
  </message>
  <message>
   <source>What</source>
   <translation>变动</translation>
  </message>
  <message>
   <source>What became of each ticket</source>
   <translation>各件结果</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>What becomes of it</source>
   <translation>变化</translation>
  </message>
  <message>
   <source>What callers ask</source>
   <translation>来电人怎么问</translation>
  </message>
  <message>
   <source>What callers say, parted by 、</source>
   <translation>来电人会说的词，用、隔开</translation>
  </message>
  <message>
   <source>What came of the practice call</source>
   <translation>练习结果</translation>
  </message>
  <message>
   <source>What can be done</source>
   <translation>可做的操作</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>变动内容</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>改动对照</translation>
  </message>
  <message>
   <source>What happened, in a few words</source>
   <translation>发生了什么，几个字</translation>
  </message>
  <message>
   <source>What has to be mended?</source>
   <translation>要改什么？</translation>
  </message>
  <message>
   <source>What is behind it</source>
   <translation>详情</translation>
  </message>
  <message>
   <source>What is stored</source>
   <translation>库中内容</translation>
  </message>
  <message>
   <source>What is the outgoing call for?</source>
   <translation>这次呼出是为了：</translation>
  </message>
  <message>
   <source>What is to be changed</source>
   <translation>要改哪一项</translation>
  </message>
  <message>
   <source>What is wrong with it?</source>
   <translation>哪里有误？</translation>
  </message>
  <message>
   <source>What the caller answers</source>
   <translation>来电人的回答</translation>
  </message>
  <message>
   <source>What they did</source>
   <translation>操作</translation>
  </message>
  <message>
   <source>What to do with the ticket</source>
   <translation>办理工单</translation>
  </message>
  <message>
   <source>What to say while listening</source>
   <translation>倾听用语</translation>
  </message>
  <message>
   <source>What waits for editors</source>
   <translation>编辑待办</translation>
  </message>
  <message>
   <source>What was changed: before at the left, after at the right</source>
   <translation>改动对照：左为改前，右为改后</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>What was looked at?</source>
   <translation>复核说明</translation>
  </message>
  <message>
   <source>What was missed stands first.</source>
   <translation>遗漏的排在最前。</translation>
  </message>
  <message>
   <source>What was typed since the last save is given up.</source>
   <translation>上次保存以后输入的内容将被放弃。</translation>
  </message>
  <message>
   <source>What would be stored</source>
   <translation>入库预览</translation>
  </message>
  <message>
   <source>What would change</source>
   <translation>修改预览</translation>
  </message>
  <message>
   <source>When</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>When did the call begin? Type it as 14:05 or 11-23 14:05; not in the future.</source>
   <translation>来电是什么时候？请填 14:05 或 11-23 14:05，不能晚于现在。</translation>
  </message>
  <message>
   <source>When the call began</source>
   <translation>来电时间</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>栏目</translation>
  </message>
  <message>
   <source>Whether it is open now cannot be told from these hours.</source>
   <translation>按所列时间无法判断现在是否有人接听。</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Who deals with it: {title}</source>
   <translation>指派给谁：{title}</translation>
  </message>
  <message>
   <source>Who sees to it: initials</source>
   <translation>由谁处置：输入首字母</translation>
  </message>
  <message>
   <source>Whoever gets this can read what was said, with name and number.</source>
   <translation>持有此件者可看到原话、姓名和号码，请按保密要求使用。</translation>
  </message>
  <message>
   <source>Whose</source>
   <translation>负责人</translation>
  </message>
  <message>
   <source>Whose: {name}</source>
   <translation>负责人：{name}</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Why is it changed?</source>
   <translation>为什么修改？</translation>
  </message>
  <message>
   <source>Why is it taken down?</source>
   <translation>为什么撤下？</translation>
  </message>
  <message>
   <source>Why is no call needed?</source>
   <translation>为什么无需回拨？</translation>
  </message>
  <message>
   <source>Why is the mark taken back?</source>
   <translation>为什么撤回标记？</translation>
  </message>
  <message>
   <source>Why it is flagged</source>
   <translation>纠错理由</translation>
  </message>
  <message>
   <source>Why this date</source>
   <translation>时限说明</translation>
  </message>
  <message>
   <source>Why this date: {limit}</source>
   <translation>时限说明：{limit}</translation>
  </message>
  <message>
   <source>Why {answer}? A digit chooses:</source>
   <translation>{answer}的原因（按数字选）：</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>原因？</translation>
  </message>
  <message>
   <source>Why? (may stay empty)</source>
   <translation>原因？（可不填）</translation>
  </message>
  <message>
   <source>Why? It stands in the history of every article.</source>
   <translation>修改原因（记入每个条目的历史版本）</translation>
  </message>
  <message>
   <source>With the texts</source>
   <translation>全文件</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Withdraw the matter</source>
   <translation>撤诉</translation>
  </message>
  <message>
   <source>Withdrawn: do not tell it any more</source>
   <translation>已撤下，请勿再告知</translation>
  </message>
  <message>
   <source>Withdrawn: {number}</source>
   <translation>已撤诉：{number}</translation>
  </message>
  <message>
   <source>Withdrawn: {title}</source>
   <translation>已撤下：{title}</translation>
  </message>
  <message>
   <source>Without the filter: {name}</source>
   <translation>取消筛选：{name}</translation>
  </message>
  <message>
   <source>Word for word: {n} of {of}</source>
   <translation>逐字记录：{of} 处记对 {n} 处</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>Words around it</source>
   <translation>上下文</translation>
  </message>
  <message>
   <source>Words of a question</source>
   <translation>问题中的字词</translation>
  </message>
  <message>
   <source>Words or initials</source>
   <translation>词语或首字母</translation>
  </message>
  <message>
   <source>Words or number of the article</source>
   <translation>条目的词语或编号</translation>
  </message>
  <message>
   <source>Work lists</source>
   <translation>工作列表</translation>
  </message>
  <message>
   <source>Write the time as 20:00 or 11-24 08:00; it must lie ahead.</source>
   <translation>时间请写成 20:00 或 11-24 08:00，且须在现在之后。</translation>
  </message>
  <message>
   <source>Write what is to stand there; Enter in the empty field takes it away.</source>
   <translation>请填写新内容；在空栏按回车表示清空。</translation>
  </message>
  <message>
   <source>Written by</source>
   <translation>撰写人</translation>
  </message>
  <message>
   <source>XLSX</source>
   <translation>XLSX</translation>
  </message>
  <message>
   <source>You have text that is not saved, and the draft was changed since.</source>
   <translation>您有未保存的文字，而这份草稿之后又被修改。</translation>
  </message>
  <message>
   <source>You read the items aloud.</source>
   <translation>由您复述。</translation>
  </message>
  <message>
   <source>You read: there is no voice.</source>
   <translation>由您复述：没有可用语音。</translation>
  </message>
  <message>
   <source>a person's name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>已同意</translation>
  </message>
  <message>
   <source>account</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>account of the system</source>
   <translation>系统账号</translation>
  </message>
  <message>
   <source>added</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>added later</source>
   <translation>追加内容</translation>
  </message>
  <message>
   <source>after the call</source>
   <translation>话后</translation>
  </message>
  <message>
   <source>altered</source>
   <translation>有改动</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>另有 {n} 项</translation>
  </message>
  <message>
   <source>anonymous</source>
   <translation>匿名</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>已答复</translation>
  </message>
  <message>
   <source>answered for the unit</source>
   <translation>已代单位询问</translation>
  </message>
  <message>
   <source>answered {done} of {of}</source>
   <translation>已答复 {done}／{of}</translation>
  </message>
  <message>
   <source>article: {title}</source>
   <translation>知识：{title}</translation>
  </message>
  <message>
   <source>as recognised</source>
   <translation>自动识别</translation>
  </message>
  <message>
   <source>as the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>as {count} similar tickets</source>
   <translation>同 {count} 件相似工单</translation>
  </message>
  <message>
   <source>at hand</source>
   <translation>常用</translation>
  </message>
  <message>
   <source>attachment</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>broken off</source>
   <translation>中断</translation>
  </message>
  <message>
   <source>call-back number</source>
   <translation>回电号码</translation>
  </message>
  <message>
   <source>call-back of a missed call</source>
   <translation>漏话回拨</translation>
  </message>
  <message>
   <source>called back</source>
   <translation>已回拨</translation>
  </message>
  <message>
   <source>caller asked</source>
   <translation>已回访</translation>
  </message>
  <message>
   <source>caller contacted</source>
   <translation>已联系诉求人</translation>
  </message>
  <message>
   <source>caller not reached</source>
   <translation>回访未接通</translation>
  </message>
  <message>
   <source>caller's address</source>
   <translation>来电人住址</translation>
  </message>
  <message>
   <source>caller's name</source>
   <translation>来电人姓名</translation>
  </message>
  <message>
   <source>catalogue: {row}</source>
   <translation>派单目录：{row}</translation>
  </message>
  <message>
   <source>category changed</source>
   <translation>已改类别</translation>
  </message>
  <message>
   <source>certificate, full</source>
   <translation>封存证明（全文件）</translation>
  </message>
  <message>
   <source>certificate, masked</source>
   <translation>封存证明（遮蔽件）</translation>
  </message>
  <message>
   <source>changed by both</source>
   <translation>两边都改了</translation>
  </message>
  <message>
   <source>changed since, stays</source>
   <translation>此后改过，不动</translation>
  </message>
  <message>
   <source>chased</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>chased {n}</source>
   <translation>催办 {n}</translation>
  </message>
  <message>
   <source>chased {n} times since {day}</source>
   <translation>{day} 起催办 {n} 次</translation>
  </message>
  <message>
   <source>chosen by the operator</source>
   <translation>话务员已选</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>已归档</translation>
  </message>
  <message>
   <source>co-unit contributed</source>
   <translation>协办单位已反馈</translation>
  </message>
  <message>
   <source>comes earlier</source>
   <translation>前移</translation>
  </message>
  <message>
   <source>comes into the first ten</source>
   <translation>进入前十</translation>
  </message>
  <message>
   <source>comes later</source>
   <translation>后移</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>confirmed by telephone</source>
   <translation>电话核实</translation>
  </message>
  <message>
   <source>confirmed it</source>
   <translation>认可</translation>
  </message>
  <message>
   <source>confirmed {day}</source>
   <translation>{day} 核实</translation>
  </message>
  <message>
   <source>copied</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>已更正</translation>
  </message>
  <message>
   <source>correction call-back</source>
   <translation>更正回拨</translation>
  </message>
  <message>
   <source>counts</source>
   <translation>计入</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>declined</source>
   <translation>不予确认</translation>
  </message>
  <message>
   <source>deemed satisfied</source>
   <translation>默认满意</translation>
  </message>
  <message>
   <source>did not want it read</source>
   <translation>说不用念</translation>
  </message>
  <message>
   <source>dispatch slip</source>
   <translation>交办单</translation>
  </message>
  <message>
   <source>dispatched</source>
   <translation>已派单</translation>
  </message>
  <message>
   <source>dispatched again</source>
   <translation>已改派</translation>
  </message>
  <message>
   <source>dispatcher's note</source>
   <translation>派单说明</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已办</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>each to its proposed unit</source>
   <translation>各派其建议单位</translation>
  </message>
  <message>
   <source>editors</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>entered after the call</source>
   <translation>补录</translation>
  </message>
  <message>
   <source>entered {when}</source>
   <translation>补录于 {when}</translation>
  </message>
  <message>
   <source>event</source>
   <translation>突发</translation>
  </message>
  <message>
   <source>excluded</source>
   <translation>已剔除</translation>
  </message>
  <message>
   <source>exclusion asked</source>
   <translation>申请剔除</translation>
  </message>
  <message>
   <source>exported</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>extension asked</source>
   <translation>申请延期</translation>
  </message>
  <message>
   <source>extension granted</source>
   <translation>同意延期</translation>
  </message>
  <message>
   <source>extension refused</source>
   <translation>不同意延期</translation>
  </message>
  <message>
   <source>fall-back, no row in the catalogue</source>
   <translation>兜底，派单目录无此项</translation>
  </message>
  <message>
   <source>falls out of the first ten</source>
   <translation>跌出前十</translation>
  </message>
  <message>
   <source>first search</source>
   <translation>首次检索</translation>
  </message>
  <message>
   <source>flagged today: {reasons}</source>
   <translation>今日已纠错：{reasons}</translation>
  </message>
  <message>
   <source>follow-up</source>
   <translation>待回访</translation>
  </message>
  <message>
   <source>follow-up call</source>
   <translation>回访</translation>
  </message>
  <message>
   <source>formerly {numbers}</source>
   <translation>原号码：{numbers}</translation>
  </message>
  <message>
   <source>full</source>
   <translation>全文件</translation>
  </message>
  <message>
   <source>gist</source>
   <translation>大意</translation>
  </message>
  <message>
   <source>gist readback</source>
   <translation>要点复述</translation>
  </message>
  <message>
   <source>goes back</source>
   <translation>恢复到此前</translation>
  </message>
  <message>
   <source>handled jointly</source>
   <translation>已选并单</translation>
  </message>
  <message>
   <source>hard to understand</source>
   <translation>表述不清</translation>
  </message>
  <message>
   <source>has changed</source>
   <translation>有改动</translation>
  </message>
  <message>
   <source>identity number</source>
   <translation>证件号码</translation>
  </message>
  <message>
   <source>import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>import or change of many</source>
   <translation>导入或批量修改</translation>
  </message>
  <message>
   <source>in force</source>
   <translation>现行</translation>
  </message>
  <message>
   <source>in force from {day}</source>
   <translation>自 {day} 起施行</translation>
  </message>
  <message>
   <source>in force without end</source>
   <translation>现行有效，未定废止日期</translation>
  </message>
  <message>
   <source>in force: {title}</source>
   <translation>现行：{title}</translation>
  </message>
  <message>
   <source>in hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>in review</source>
   <translation>待审核</translation>
  </message>
  <message>
   <source>incoming call</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>incomplete</source>
   <translation>内容不全</translation>
  </message>
  <message>
   <source>instead: {title}</source>
   <translation>以此为准：{title}</translation>
  </message>
  <message>
   <source>internal, do not say</source>
   <translation>内部号码，不得告知</translation>
  </message>
  <message>
   <source>joined to an event</source>
   <translation>已归入突发事件</translation>
  </message>
  <message>
   <source>joined to another</source>
   <translation>已并单</translation>
  </message>
  <message>
   <source>joint</source>
   <translation>并单</translation>
  </message>
  <message>
   <source>kept secret</source>
   <translation>已保密</translation>
  </message>
  <message>
   <source>keywords: {words}</source>
   <translation>关键词：{words}</translation>
  </message>
  <message>
   <source>late since {when}</source>
   <translation>{when} 已超期</translation>
  </message>
  <message>
   <source>late {time}</source>
   <translation>超期 {time}</translation>
  </message>
  <message>
   <source>light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>limit not computable</source>
   <translation>时限无法计算</translation>
  </message>
  <message>
   <source>line fault</source>
   <translation>线路故障</translation>
  </message>
  <message>
   <source>list of tickets</source>
   <translation>工单列表</translation>
  </message>
  <message>
   <source>long not confirmed</source>
   <translation>久未核实</translation>
  </message>
  <message>
   <source>long-term asked</source>
   <translation>申请挂账</translation>
  </message>
  <message>
   <source>long-term list</source>
   <translation>挂账</translation>
  </message>
  <message>
   <source>long-term list asked</source>
   <translation>申请挂账</translation>
  </message>
  <message>
   <source>long-term list refused</source>
   <translation>不同意挂账</translation>
  </message>
  <message>
   <source>masked</source>
   <translation>遮蔽件</translation>
  </message>
  <message>
   <source>names: {words}</source>
   <translation>名称：{words}</translation>
  </message>
  <message>
   <source>never</source>
   <translation>从未核实</translation>
  </message>
  <message>
   <source>new</source>
   <translation>新</translation>
  </message>
  <message>
   <source>new wording</source>
   <translation>更正后重念</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no call can be made</source>
   <translation>没有可回拨的来电</translation>
  </message>
  <message>
   <source>no call: another system's request</source>
   <translation>系统转入（非来电）</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>无时限</translation>
  </message>
  <message>
   <source>no longer in use</source>
   <translation>已停用</translation>
  </message>
  <message>
   <source>no longer joined</source>
   <translation>已取消并单</translation>
  </message>
  <message>
   <source>no number</source>
   <translation>无号码</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>无人</translation>
  </message>
  <message>
   <source>nobody reached</source>
   <translation>未接通</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>none stated</source>
   <translation>未注明</translation>
  </message>
  <message>
   <source>not</source>
   <translation>不计</translation>
  </message>
  <message>
   <source>not computable</source>
   <translation>无法计算</translation>
  </message>
  <message>
   <source>not confirmed</source>
   <translation>未核实</translation>
  </message>
  <message>
   <source>not decided</source>
   <translation>待审</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>未检出</translation>
  </message>
  <message>
   <source>not needed</source>
   <translation>无需回拨</translation>
  </message>
  <message>
   <source>not open now</source>
   <translation>现不接听</translation>
  </message>
  <message>
   <source>not published on its day</source>
   <translation>到日未发布</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>未复述</translation>
  </message>
  <message>
   <source>not registered yet</source>
   <translation>尚未登记</translation>
  </message>
  <message>
   <source>not reviewed since {day}</source>
   <translation>逾期未核（应于 {day} 前核实）</translation>
  </message>
  <message>
   <source>not run yet</source>
   <translation>未运行</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>未表态</translation>
  </message>
  <message>
   <source>not saved</source>
   <translation>未保存</translation>
  </message>
  <message>
   <source>not solved</source>
   <translation>未解决</translation>
  </message>
  <message>
   <source>not taken</source>
   <translation>未收</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>不存在</translation>
  </message>
  <message>
   <source>not while it is {state}</source>
   <translation>工单{state}，不能操作</translation>
  </message>
  <message>
   <source>not yet in force</source>
   <translation>尚未施行</translation>
  </message>
  <message>
   <source>now closed</source>
   <translation>现在不在服务时间</translation>
  </message>
  <message>
   <source>now closed, opens {time}</source>
   <translation>现在不在服务时间，{time} 开始</translation>
  </message>
  <message>
   <source>now in force</source>
   <translation>开始施行</translation>
  </message>
  <message>
   <source>now open, day and night</source>
   <translation>现在可拨打，全天有人接听</translation>
  </message>
  <message>
   <source>now open, until {time}</source>
   <translation>现在可拨打，至 {time}</translation>
  </message>
  <message>
   <source>now; else 14:05 or 11-23 14:05</source>
   <translation>默认现在；或 14:05、11-23 14:05</translation>
  </message>
  <message>
   <source>number of this area</source>
   <translation>本地区固话</translation>
  </message>
  <message>
   <source>number wrong</source>
   <translation>号码有误</translation>
  </message>
  <message>
   <source>of these repealed: {n}</source>
   <translation>其中已废止：{n}</translation>
  </message>
  <message>
   <source>old</source>
   <translation>旧</translation>
  </message>
  <message>
   <source>once more to the unit</source>
   <translation>退回单位重办</translation>
  </message>
  <message>
   <source>one unit for all</source>
   <translation>同派一个单位</translation>
  </message>
  <message>
   <source>open day and night</source>
   <translation>全天可拨打</translation>
  </message>
  <message>
   <source>open until {time}</source>
   <translation>可拨打至 {time}</translation>
  </message>
  <message>
   <source>opens {time}</source>
   <translation>{time} 开始接听</translation>
  </message>
  <message>
   <source>other reason</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>outdated</source>
   <translation>内容过期</translation>
  </message>
  <message>
   <source>overdue since {day}</source>
   <translation>已逾期（{day}）</translation>
  </message>
  <message>
   <source>parted by ；</source>
   <translation>用 ；分隔</translation>
  </message>
  <message>
   <source>particulars</source>
   <translation>具体要素</translation>
  </message>
  <message>
   <source>partly</source>
   <translation>部分</translation>
  </message>
  <message>
   <source>pause asked</source>
   <translation>申请中止</translation>
  </message>
  <message>
   <source>pause refused</source>
   <translation>不同意中止</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>已中止</translation>
  </message>
  <message>
   <source>pinned</source>
   <translation>已固定</translation>
  </message>
  <message>
   <source>printed</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>program</source>
   <translation>附带</translation>
  </message>
  <message>
   <source>progress told</source>
   <translation>已告知进度</translation>
  </message>
  <message>
   <source>proposed · {count}</source>
   <translation>推荐 · {count}</translation>
  </message>
  <message>
   <source>published</source>
   <translation>已发布</translation>
  </message>
  <message>
   <source>put on the long-term list</source>
   <translation>同意挂账</translation>
  </message>
  <message>
   <source>question {n}</source>
   <translation>转问 {n}</translation>
  </message>
  <message>
   <source>rated</source>
   <translation>已评价</translation>
  </message>
  <message>
   <source>reached</source>
   <translation>已接通</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒收</translation>
  </message>
  <message>
   <source>refused: {why}</source>
   <translation>未办：{why}</translation>
  </message>
  <message>
   <source>registered</source>
   <translation>已登记</translation>
  </message>
  <message>
   <source>repealed</source>
   <translation>已废止</translation>
  </message>
  <message>
   <source>repealed on {day}</source>
   <translation>{day} 废止</translation>
  </message>
  <message>
   <source>resumed</source>
   <translation>恢复办理</translation>
  </message>
  <message>
   <source>return accepted</source>
   <translation>同意退单</translation>
  </message>
  <message>
   <source>return asked</source>
   <translation>申请退单</translation>
  </message>
  <message>
   <source>return refused</source>
   <translation>不同意退单</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退单</translation>
  </message>
  <message>
   <source>returned {n}</source>
   <translation>退单 {n}</translation>
  </message>
  <message>
   <source>revealed</source>
   <translation>显示号码</translation>
  </message>
  <message>
   <source>review overdue</source>
   <translation>逾期未核</translation>
  </message>
  <message>
   <source>reviewed, still right</source>
   <translation>已复核，内容无误</translation>
  </message>
  <message>
   <source>rework</source>
   <translation>重办</translation>
  </message>
  <message>
   <source>reworked {n}</source>
   <translation>重办 {n}</translation>
  </message>
  <message>
   <source>right article missing</source>
   <translation>正确条目缺失</translation>
  </message>
  <message>
   <source>running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>same category: {category}</source>
   <translation>同类别：{category}</translation>
  </message>
  <message>
   <source>same number</source>
   <translation>同号码</translation>
  </message>
  <message>
   <source>same place</source>
   <translation>同地点</translation>
  </message>
  <message>
   <source>scheduled</source>
   <translation>待发布</translation>
  </message>
  <message>
   <source>searches the knowledge base, also without a call</source>
   <translation>检索知识库（没有通话也可以）</translation>
  </message>
  <message>
   <source>second call</source>
   <translation>再次来电</translation>
  </message>
  <message>
   <source>secrecy raised</source>
   <translation>已提高保密等级</translation>
  </message>
  <message>
   <source>secret</source>
   <translation>保密</translation>
  </message>
  <message>
   <source>secret or anonymous, its words stay in the call</source>
   <translation>保密或匿名，内容不出来电记录</translation>
  </message>
  <message>
   <source>shown to the team lead</source>
   <translation>已报班长</translation>
  </message>
  <message>
   <source>shows every action with its key</source>
   <translation>列出全部操作和键位</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>solved</source>
   <translation>已解决</translation>
  </message>
  <message>
   <source>solved {time}</source>
   <translation>{time} 已解决</translation>
  </message>
  <message>
   <source>somebody's address</source>
   <translation>住址</translation>
  </message>
  <message>
   <source>statement {n}</source>
   <translation>第 {n} 句</translation>
  </message>
  <message>
   <source>statements</source>
   <translation>语句</translation>
  </message>
  <message>
   <source>struck</source>
   <translation>已剔除</translation>
  </message>
  <message>
   <source>supervised</source>
   <translation>督办</translation>
  </message>
  <message>
   <source>supervised {n}</source>
   <translation>督办 {n}</translation>
  </message>
  <message>
   <source>supplemented</source>
   <translation>已追加</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>taken down</source>
   <translation>已撤下</translation>
  </message>
  <message>
   <source>taken down: {why}</source>
   <translation>撤下：{why}</translation>
  </message>
  <message>
   <source>taken off</source>
   <translation>已撤下</translation>
  </message>
  <message>
   <source>taken out</source>
   <translation>删去</translation>
  </message>
  <message>
   <source>takes a call</source>
   <translation>接听来电</translation>
  </message>
  <message>
   <source>talk</source>
   <translation>通话</translation>
  </message>
  <message>
   <source>telephone number</source>
   <translation>电话号码</translation>
  </message>
  <message>
   <source>test call</source>
   <translation>测试呼叫</translation>
  </message>
  <message>
   <source>text wrong</source>
   <translation>内容有误</translation>
  </message>
  <message>
   <source>the newest {n} rows; choose fewer days</source>
   <translation>只显示最新的 {n} 条，请缩小日期范围</translation>
  </message>
  <message>
   <source>the unit works on it once more</source>
   <translation>已退回单位重办</translation>
  </message>
  <message>
   <source>the whole call</source>
   <translation>来电全文</translation>
  </message>
  <message>
   <source>the whole ticket</source>
   <translation>工单全文</translation>
  </message>
  <message>
   <source>this machine</source>
   <translation>本机</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>已到期</translation>
  </message>
  <message>
   <source>to call</source>
   <translation>待回拨</translation>
  </message>
  <message>
   <source>to come</source>
   <translation>未开始</translation>
  </message>
  <message>
   <source>to say: {short}</source>
   <translation>口述编号 {short}</translation>
  </message>
  <message>
   <source>to {unit} · check code {code}</source>
   <translation>交 {unit}　·　校验码 {code}</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>told</source>
   <translation>已告知</translation>
  </message>
  <message>
   <source>tried {n}</source>
   <translation>已拨 {n} 次</translation>
  </message>
  <message>
   <source>tried {n} times of {of}</source>
   <translation>已回访 {n} 次，共 {of} 次</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>未改</translation>
  </message>
  <message>
   <source>unclear</source>
   <translation>没听清</translation>
  </message>
  <message>
   <source>unit asks the caller</source>
   <translation>承办单位询问诉求人</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>期限 {day}</translation>
  </message>
  <message>
   <source>until {time}</source>
   <translation>至 {time}</translation>
  </message>
  <message>
   <source>until {when}, {n} days left</source>
   <translation>{when} 到期，剩 {n} 天</translation>
  </message>
  <message>
   <source>until {when}, {n} hours left</source>
   <translation>{when} 到期，剩 {n} 小时</translation>
  </message>
  <message>
   <source>until {when}, {n} minutes left</source>
   <translation>{when} 到期，剩 {n} 分钟</translation>
  </message>
  <message>
   <source>verbatim</source>
   <translation>逐字</translation>
  </message>
  <message>
   <source>viewed</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>wanted it corrected</source>
   <translation>要更正</translation>
  </message>
  <message>
   <source>was done once, and has come back</source>
   <translation>办结后再次出现</translation>
  </message>
  <message>
   <source>was late</source>
   <translation>曾超期</translation>
  </message>
  <message>
   <source>what changed</source>
   <translation>只念改动</translation>
  </message>
  <message>
   <source>whole readback</source>
   <translation>逐句复述</translation>
  </message>
  <message>
   <source>why: {why}</source>
   <translation>原因：{why}</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已撤诉</translation>
  </message>
  <message>
   <source>withheld</source>
   <translation>未显示</translation>
  </message>
  <message>
   <source>words {share} % alike</source>
   <translation>文字相近 {share}%</translation>
  </message>
  <message>
   <source>would not confirm it</source>
   <translation>不愿确认</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{action} ({why})</source>
   <translation>{action}（{why}）</translation>
  </message>
  <message>
   <source>{action}: a digit gives the reason, Esc goes back</source>
   <translation>{action}：按数字选原因，Esc 返回</translation>
  </message>
  <message>
   <source>{action}: {number} is {state} now.</source>
   <translation>{action}：{number} 现为{state}。</translation>
  </message>
  <message>
   <source>{action}: {n} tickets</source>
   <translation>{action}：{n} 件工单</translation>
  </message>
  <message>
   <source>{change}: {words}</source>
   <translation>{change}：{words}</translation>
  </message>
  <message>
   <source>{choice}　← stands</source>
   <translation>{choice}　← 当前</translation>
  </message>
  <message>
   <source>{day} late</source>
   <translation>{day} 逾期</translation>
  </message>
  <message>
   <source>{day}, long ago</source>
   <translation>{day}，已过期</translation>
  </message>
  <message>
   <source>{desktop} takes {keys} for itself: F1 reaches every action.</source>
   <translation>{desktop} 桌面占用了 {keys}：按 F1 可执行任何操作。</translation>
  </message>
  <message>
   <source>{done} done, {bad} refused</source>
   <translation>办成 {done} 件，未办 {bad} 件</translation>
  </message>
  <message>
   <source>{done} of {of} articles done</source>
   <translation>已完成 {done} / {of} 条</translation>
  </message>
  <message>
   <source>{done} of {of} done</source>
   <translation>已办 {done} / {of}</translation>
  </message>
  <message>
   <source>{done} of {of} rows done</source>
   <translation>已完成 {done} / {of} 行</translation>
  </message>
  <message>
   <source>{field} *</source>
   <translation>{field} *</translation>
  </message>
  <message>
   <source>{field}: {value}</source>
   <translation>{field}：{value}</translation>
  </message>
  <message>
   <source>{field}: {words}</source>
   <translation>{field}：{words}</translation>
  </message>
  <message>
   <source>{file}, row {n}</source>
   <translation>{file} 第 {n} 行</translation>
  </message>
  <message>
   <source>{head} · earlier wording</source>
   <translation>{head} · 原说法</translation>
  </message>
  <message>
   <source>{holder}: {time} ({share} %)</source>
   <translation>{holder}：{time}（{share}%）</translation>
  </message>
  <message>
   <source>{key} belongs to the input method or the desktop</source>
   <translation>{key} 被输入法或桌面占用</translation>
  </message>
  <message>
   <source>{key} is published and can be found.</source>
   <translation>{key} 已发布，可以检索到。</translation>
  </message>
  <message>
   <source>{key}: {one} and {other}</source>
   <translation>{key}：{one} 与 {other} 冲突</translation>
  </message>
  <message>
   <source>{lay} stands for {official}</source>
   <translation>“{lay}”对应：{official}</translation>
  </message>
  <message>
   <source>{lay} was withdrawn. Enter keeps it again.</source>
   <translation>“{lay}”已撤回。按 Enter 可重新保存。</translation>
  </message>
  <message>
   <source>{left} items left · {scope}</source>
   <translation>还剩 {left} 项 · {scope}</translation>
  </message>
  <message>
   <source>{listed} and {n} more</source>
   <translation>{listed} 等，另有 {n} 通</translation>
  </message>
  <message>
   <source>{name} (alone)</source>
   <translation>{name}（无第二人）</translation>
  </message>
  <message>
   <source>{name} approved it, {at}</source>
   <translation>{name} 审核通过，{at}</translation>
  </message>
  <message>
   <source>{name} dropped it, {at}</source>
   <translation>{name} 作废，{at}</translation>
  </message>
  <message>
   <source>{name} handed it in for review, {at}</source>
   <translation>{name} 提交审核，{at}</translation>
  </message>
  <message>
   <source>{name} published it, {at}</source>
   <translation>{name} 发布，{at}</translation>
  </message>
  <message>
   <source>{name} saved it, {at}</source>
   <translation>{name} 保存，{at}</translation>
  </message>
  <message>
   <source>{name} sent it back, {at}</source>
   <translation>{name} 退回，{at}</translation>
  </message>
  <message>
   <source>{name}, {at} · change {n}</source>
   <translation>{name}，{at} · 第 {n} 次修改</translation>
  </message>
  <message>
   <source>{name}: missing. Asked, the caller says “{right}”</source>
   <translation>{name}：没有问到。问了，来电人会说“{right}”</translation>
  </message>
  <message>
   <source>{name}: you have “{noted}”, the caller says “{right}”</source>
   <translation>{name}：您记的是“{noted}”，来电人说的是“{right}”</translation>
  </message>
  <message>
   <source>{name}: {wanted}, not {given}</source>
   <translation>{name}：应为“{wanted}”，不是“{given}”</translation>
  </message>
  <message>
   <source>{name}: {words}</source>
   <translation>{name}：{words}</translation>
  </message>
  <message>
   <source>{number}: {rule}</source>
   <translation>{number}：{rule}</translation>
  </message>
  <message>
   <source>{n} answers · {day}</source>
   <translation>{n} 次告知 · {day}</translation>
  </message>
  <message>
   <source>{n} articles</source>
   <translation>{n} 条</translation>
  </message>
  <message>
   <source>{n} articles change, {same} stay as they are, {refused} cannot be changed.</source>
   <translation>{n} 条会修改，{same} 条不变，{refused} 条不能改。</translation>
  </message>
  <message>
   <source>{n} articles changed: {name}</source>
   <translation>已修改 {n} 条：{name}</translation>
  </message>
  <message>
   <source>{n} articles go back to what they were; those that were new are taken down.</source>
   <translation>{n} 条恢复为原来的内容；当时新增的撤下。</translation>
  </message>
  <message>
   <source>{n} articles taken back</source>
   <translation>已撤销 {n} 条</translation>
  </message>
  <message>
   <source>{n} articles were taken back.</source>
   <translation>已撤销 {n} 条。</translation>
  </message>
  <message>
   <source>{n} articles were taken back: they are as they were before.</source>
   <translation>已撤销 {n} 条，恢复为此前的内容。</translation>
  </message>
  <message>
   <source>{n} confirmed today…</source>
   <translation>今日已核实 {n} 个…</translation>
  </message>
  <message>
   <source>{n} contacts</source>
   <translation>共 {n} 个</translation>
  </message>
  <message>
   <source>{n} drafts were published: their day has come.</source>
   <translation>{n} 份草稿已到日发布。</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} 批</translation>
  </message>
  <message>
   <source>{n} files</source>
   <translation>{n} 个文件</translation>
  </message>
  <message>
   <source>{n} have open drafts: there the change is joined in.</source>
   <translation>其中 {n} 条有草稿：发布时须并入这次修改。</translation>
  </message>
  <message>
   <source>{n} hits</source>
   <translation>{n} 条</translation>
  </message>
  <message>
   <source>{n} in all</source>
   <translation>共 {n} 条</translation>
  </message>
  <message>
   <source>{n} joined</source>
   <translation>已并 {n} 件</translation>
  </message>
  <message>
   <source>{n} lines unchanged</source>
   <translation>{n} 行未改</translation>
  </message>
  <message>
   <source>{n} marked</source>
   <translation>已标记 {n} 件</translation>
  </message>
  <message>
   <source>{n} more calls are secret: somebody of the follow-up or a lead makes them.</source>
   <translation>另有 {n} 通保密来电，由回访员或班长回拨。</translation>
  </message>
  <message>
   <source>{n} not over yet</source>
   <translation>{n} 件未结束</translation>
  </message>
  <message>
   <source>{n} not read</source>
   <translation>{n} 条未读</translation>
  </message>
  <message>
   <source>{n} numbers confirmed: {title}</source>
   <translation>已核实 {n} 个号码：{title}</translation>
  </message>
  <message>
   <source>{n} numbers to confirm; last confirmed: {day}</source>
   <translation>{n} 个号码待核实；上次核实：{day}</translation>
  </message>
  <message>
   <source>{n} of {of} tickets</source>
   <translation>{n} / {of} 件工单</translation>
  </message>
  <message>
   <source>{n} open</source>
   <translation>待办 {n} 份</translation>
  </message>
  <message>
   <source>{n} other drafts of this article are open.</source>
   <translation>该条目另有 {n} 份草稿。</translation>
  </message>
  <message>
   <source>{n} places are left out for secrecy:</source>
   <translation>因保密略去 {n} 处：</translation>
  </message>
  <message>
   <source>{n} possibly the same: {number} ({why})</source>
   <translation>可能同一诉求 {n} 件：{number}（{why}）</translation>
  </message>
  <message>
   <source>{n} questions</source>
   <translation>{n} 题</translation>
  </message>
  <message>
   <source>{n} questions written.</source>
   <translation>已写入 {n} 个问题。</translation>
  </message>
  <message>
   <source>{n} questions: nothing changes.</source>
   <translation>共 {n} 题，名次都不变。</translation>
  </message>
  <message>
   <source>{n} questions: {later} come later, {out} of them fall out of the first ten; {earlier} come earlier.</source>
   <translation>共 {n} 题：{later} 题后移，其中 {out} 题跌出前十；{earlier} 题前移。</translation>
  </message>
  <message>
   <source>{n} rows</source>
   <translation>{n} 条</translation>
  </message>
  <message>
   <source>{n} rows are refused. Mend them in the file and choose it again, or take in the others without them.</source>
   <translation>{n} 行未收。请在文件中改好后重新选择，或者不要这些行、只导入其余的。</translation>
  </message>
  <message>
   <source>{n} rows looked at; nothing is stored yet</source>
   <translation>已查看 {n} 行；尚未入库</translation>
  </message>
  <message>
   <source>{n} tickets</source>
   <translation>{n} 张工单</translation>
  </message>
  <message>
   <source>{n} tickets answered; {calls} callers want to hear it.</source>
   <translation>已答复 {n} 张工单；{calls} 位来电人要求回复。</translation>
  </message>
  <message>
   <source>{n} tickets have no answer. {number}: {reason}</source>
   <translation>{n} 张工单未能答复。{number}：{reason}</translation>
  </message>
  <message>
   <source>{n} tickets written to {path}.</source>
   <translation>{n} 件工单已写入 {path}。</translation>
  </message>
  <message>
   <source>{n} wait for me</source>
   <translation>待我处理 {n} 项</translation>
  </message>
  <message>
   <source>{n} wait, {mine} for me</source>
   <translation>共 {n} 项，待我处理 {mine} 项</translation>
  </message>
  <message>
   <source>{n}, wrong</source>
   <translation>{n}，有误</translation>
  </message>
  <message>
   <source>{own} own, {shipped} shipped</source>
   <translation>自有 {own} 条，附带 {shipped} 条</translation>
  </message>
  <message>
   <source>{question} is out of the set.</source>
   <translation>“{question}”已移出问题集。</translation>
  </message>
  <message>
   <source>{reason} (version {versions}; {name}, {at})</source>
   <translation>{reason}（第 {versions} 版；{name}，{at}）</translation>
  </message>
  <message>
   <source>{reason} · {name}, {time}</source>
   <translation>{reason} · {name}，{time}</translation>
  </message>
  <message>
   <source>{rows} calls, {counted} of them count</source>
   <translation>{rows} 个通话，计入 {counted} 个</translation>
  </message>
  <message>
   <source>{statements} statements · {characters} characters</source>
   <translation>{statements} 句 · {characters} 字</translation>
  </message>
  <message>
   <source>{state} since {day}</source>
   <translation>{state}（{day} 起）</translation>
  </message>
  <message>
   <source>{state} until {day}</source>
   <translation>{state}（{day} 施行）</translation>
  </message>
  <message>
   <source>{state} → {successor}</source>
   <translation>{state} → {successor}</translation>
  </message>
  <message>
   <source>{time}: {who}, {what}: {purpose} {ticket}</source>
   <translation>{time}　{who}　{what}　{purpose}　{ticket}</translation>
  </message>
  <message>
   <source>{title} (again)</source>
   <translation>{title}（再次）</translation>
  </message>
  <message>
   <source>{title}: from this day on it is shown as repealed.</source>
   <translation>{title}：从这一天起显示为已废止。</translation>
  </message>
  <message>
   <source>{title}: nobody finds it any more. Its versions stay.</source>
   <translation>{title}：撤下后检索不到，各版本仍保留。</translation>
  </message>
  <message>
   <source>{title}: published when that day begins.</source>
   <translation>{title}：到那天发布。</translation>
  </message>
  <message>
   <source>{title}: should be found by this question.</source>
   <translation>{title}：应能用这个问法查到。</translation>
  </message>
  <message>
   <source>{title}: still right as it stands.</source>
   <translation>“{title}”现有内容无误。</translation>
  </message>
  <message>
   <source>{title}: the version before was told in {n} calls. Was it wrong?</source>
   <translation>{title}：上一版在 {n} 通来电中告知过，当时的内容有误吗？</translation>
  </message>
  <message>
   <source>{title}: what stands at the right is published.</source>
   <translation>{title}：将发布右边的内容。</translation>
  </message>
  <message>
   <source>{title}: what was told in {calls} calls is marked wrong, and these calls are put on the told-to list, to be called back.</source>
   <translation>{title}：把在 {calls} 通来电中告知过的内容标为有误，这些来电列入告知名单，逐一更正回拨。</translation>
  </message>
  <message>
   <source>{title}: you wrote it yourself. There is no second editor, so you may publish it; the history says so.</source>
   <translation>{title}：这是您自己写的。没有第二位编辑，您可以自行发布；历史版本中会注明。</translation>
  </message>
  <message>
   <source>{unit}: {why}</source>
   <translation>{unit}：{why}</translation>
  </message>
  <message>
   <source>{what} ({why})</source>
   <translation>{what}（{why}）</translation>
  </message>
  <message>
   <source>{what}. {reason}</source>
   <translation>{what}。{reason}</translation>
  </message>
  <message>
   <source>{when} at the latest</source>
   <translation>最迟 {when}</translation>
  </message>
  <message>
   <source>{when}, {decided}</source>
   <translation>{when}，{decided}</translation>
  </message>
  <message>
   <source>{where}: {kind}, {words}</source>
   <translation>{where}：{kind}“{words}”</translation>
  </message>
  <message>
   <source>{why}; with {units}</source>
   <translation>{why}；协办：{units}</translation>
  </message>
  <message>
   <source>{words} (public holidays not counted)</source>
   <translation>{words}（未计法定节假日）</translation>
  </message>
  <message>
   <source>{words} (script {time})</source>
   <translation>{words}（脚本 {time}）</translation>
  </message>
  <message>
   <source>{words} (the days are not stated)</source>
   <translation>{words}（未注明星期几）</translation>
  </message>
  <message>
   <source>{words} It can be found.</source>
   <translation>{words} 已可检索。</translation>
  </message>
  <message>
   <source>{words} Not all rows were taken in.</source>
   <translation>{words} 未全部导入。</translation>
  </message>
  <message>
   <source>{words} Others still stand.</source>
   <translation>{words} 其余仍有效。</translation>
  </message>
  <message>
   <source>{words} Search: {done} of {of}.</source>
   <translation>{words} 正在更新检索：{done} / {of}。</translation>
  </message>
  <message>
   <source>{words} Taken by {name}.</source>
   <translation>{words} 受理员：{name}。</translation>
  </message>
  <message>
   <source>{words} The catalogue names this unit from today on.</source>
   <translation>{words} 派单目录自今日起改为该单位。</translation>
  </message>
  <message>
   <source>{words} {n} joint tickets with it.</source>
   <translation>{words} 并单 {n} 件一并答复。</translation>
  </message>
  <message>
   <source>{words} · first {first}, last {last}</source>
   <translation>{words} · 首次 {first}，最近 {last}</translation>
  </message>
  <message>
   <source>{words} · index not ready</source>
   <translation>{words} · 索引未就绪</translation>
  </message>
  <message>
   <source>{words} · run {at}</source>
   <translation>{words} · 运行于 {at}</translation>
  </message>
  <message>
   <source>{words}, days not stated</source>
   <translation>{words}（未注明星期）</translation>
  </message>
  <message>
   <source>{words}, holidays not counted</source>
   <translation>{words}（未计节假日）</translation>
  </message>
  <message>
   <source>{words}: {why}</source>
   <translation>{words}：{why}</translation>
  </message>
  <message>
   <source>{words}; published on {day}</source>
   <translation>{words}；{day} 发布</translation>
  </message>
  <message>
   <source>“{words}”: the caller {wanted}, you pressed {given}</source>
   <translation>“{words}”：来电人{wanted}，您按了“{given}”</translation>
  </message>
  <message>
   <source>… stands for anything between two words: 孩子…归谁</source>
   <translation>…表示两个词之间可有任意内容：孩子…归谁</translation>
  </message>
  <message>
   <source>↓ takes what is proposed</source>
   <translation>按 ↓ 采用建议的摘要</translation>
  </message>
  <message>
   <source>● me</source>
   <translation>● 我</translation>
  </message>
  <message>
   <source>中文</source>
   <translation>中文</translation>
  </message>
 </context>
 <context>
  <name>UserError</name>
  <message>
   <source>A call is in hand. End it and its after-call work (F12) first.</source>
   <translation>有通话正在进行，请先结束通话并完成整理（F12）。</translation>
  </message>
  <message>
   <source>A caller's word needs two characters or more.</source>
   <translation>口语词至少要有两个字。</translation>
  </message>
  <message>
   <source>A contact without a number helps no caller.</source>
   <translation>电话簿条目没有号码，帮不了来电人。</translation>
  </message>
  <message>
   <source>A direct answer without a right article.</source>
   <translation>结果为直接答复，却没有正确条目。</translation>
  </message>
  <message>
   <source>A finished call cannot be taken out of the journal: {reason}.</source>
   <translation>办完的来电不能从草稿日志中移除：{reason}。</translation>
  </message>
  <message>
   <source>A library of the system is missing: {fault}</source>
   <translation>缺少系统库：{fault}</translation>
  </message>
  <message>
   <source>A no needs its reason.</source>
   <translation>否定的答复须选择理由。</translation>
  </message>
  <message>
   <source>A password needs at least 8 characters.</source>
   <translation>密码至少 8 个字符。</translation>
  </message>
  <message>
   <source>A phone has the unknown field {field}.</source>
   <translation>电话里有未知字段 {field}。</translation>
  </message>
  <message>
   <source>A phone is for {audience}; known: public, internal.</source>
   <translation>电话的对象写作 {audience}，只能是 public 或 internal。</translation>
  </message>
  <message>
   <source>A phone is not an object.</source>
   <translation>电话不是对象。</translation>
  </message>
  <message>
   <source>A readback answer cannot be read.</source>
   <translation>复述结果无法读取。</translation>
  </message>
  <message>
   <source>A repeal needs its day.</source>
   <translation>废止须填写日期。</translation>
  </message>
  <message>
   <source>A rework is left: the unit gets it again.</source>
   <translation>尚可重办：将退回承办单位。</translation>
  </message>
  <message>
   <source>A secret ticket is withdrawn only from the number it was registered with.</source>
   <translation>保密工单只能用登记时的号码来电撤诉。</translation>
  </message>
  <message>
   <source>A step can be taken back within 60 s; that time is over.</source>
   <translation>仅可在 60 秒内撤回，已超过。</translation>
  </message>
  <message>
   <source>A step cannot have happened in the future.</source>
   <translation>发生时间不能晚于现在。</translation>
  </message>
  <message>
   <source>A ticket cannot be handled jointly with itself.</source>
   <translation>工单不能与自身并单。</translation>
  </message>
  <message>
   <source>A ticket takes {n} files at most.</source>
   <translation>一张工单最多 {n} 个附件。</translation>
  </message>
  <message>
   <source>A unit stands twice in the row.</source>
   <translation>这一行里同一单位出现了两次。</translation>
  </message>
  <message>
   <source>A unit that was designated may not return the ticket.</source>
   <translation>指定承办的单位不得退单。</translation>
  </message>
  <message>
   <source>Already asked for: {request}; the centre has not decided yet.</source>
   <translation>已提出申请（{request}），热线尚未审核。</translation>
  </message>
  <message>
   <source>An account needs a login and a name.</source>
   <translation>账号要有登录名和姓名。</translation>
  </message>
  <message>
   <source>An account needs at least one role.</source>
   <translation>账号至少要有一个角色。</translation>
  </message>
  <message>
   <source>An article cannot be its own successor.</source>
   <translation>条目不能以自己为现行条目。</translation>
  </message>
  <message>
   <source>An event card needs a title and the words to say.</source>
   <translation>突发事件卡须有标题和告知用语。</translation>
  </message>
  <message>
   <source>An extension must end after the limit it extends ({when}).</source>
   <translation>延期须晚于现有时限（{when}）。</translation>
  </message>
  <message>
   <source>Another Operator Desk is open on this store. Close it first, or use the window that is open.</source>
   <translation>此工作台已在另一个窗口打开。请先关闭它，或使用已打开的窗口。</translation>
  </message>
  <message>
   <source>Another process is making a desk in {folder}.</source>
   <translation>另一个进程正在 {folder} 中建立工作台。</translation>
  </message>
  <message>
   <source>Call {call}: more readback answers than statements.</source>
   <translation>来电 {call}：复述答复多于语句。</translation>
  </message>
  <message>
   <source>Call {call}: there is no account {login}.</source>
   <translation>来电 {call}：没有账号 {login}。</translation>
  </message>
  <message>
   <source>Call {call}: there is no article {key}.</source>
   <translation>来电 {call}：没有条目 {key}。</translation>
  </message>
  <message>
   <source>Category file, line {line}: an element code stands twice</source>
   <translation>分类文件第 {line} 行：要素代码重复</translation>
  </message>
  <message>
   <source>Category file, line {line}: an element is not an object</source>
   <translation>分类文件第 {line} 行：要素不是对象</translation>
  </message>
  <message>
   <source>Category file, line {line}: field {field} is missing or empty</source>
   <translation>分类文件第 {line} 行：字段 {field} 缺失或为空</translation>
  </message>
  <message>
   <source>Category file, line {line}: the code {code} is not two digits a level</source>
   <translation>分类文件第 {line} 行：代码 {code} 不是每级两位数字</translation>
  </message>
  <message>
   <source>Category file, line {line}: this is not a JSON object</source>
   <translation>分类文件第 {line} 行：不是 JSON 对象</translation>
  </message>
  <message>
   <source>Category file, line {line}: unknown field {field}</source>
   <translation>分类文件第 {line} 行：未知字段 {field}</translation>
  </message>
  <message>
   <source>Category file, line {line}: {kind} is no kind of matter</source>
   <translation>分类文件第 {line} 行：没有“{kind}”这种诉求类型</translation>
  </message>
  <message>
   <source>Category file, line {line}: {path}: expected {expected}, found {found}</source>
   <translation>分类文件第 {line} 行：{path}：应为{expected}，实为 {found}</translation>
  </message>
  <message>
   <source>Category {code} stands before its parent {parent}, or the parent is missing</source>
   <translation>分类 {code} 排在上级 {parent} 之前，或缺少上级</translation>
  </message>
  <message>
   <source>Category {code} stands twice</source>
   <translation>分类 {code} 重复</translation>
  </message>
  <message>
   <source>Cell {cell} holds a formula or an error; put the value itself there.</source>
   <translation>单元格 {cell} 是公式或错误值，请改填数值或文字本身。</translation>
  </message>
  <message>
   <source>Chinese is shown in {family}</source>
   <translation>中文用 {family} 显示</translation>
  </message>
  <message>
   <source>Choose a subject of the list.</source>
   <translation>请从列表中选择分类。</translation>
  </message>
  <message>
   <source>Choose what is to be changed.</source>
   <translation>请选择要改哪一项。</translation>
  </message>
  <message>
   <source>Day off: {name}</source>
   <translation>放假：{name}</translation>
  </message>
  <message>
   <source>Day {n} of {of}</source>
   <translation>第 {n} 日（共 {of} 日）</translation>
  </message>
  <message>
   <source>Decide on the return first: accept_return or refuse_return.</source>
   <translation>请先审核退单：同意或不同意。</translation>
  </message>
  <message>
   <source>Dragon Boat Festival</source>
   <translation>端午节</translation>
  </message>
  <message>
   <source>Editors and leads work the queues off.</source>
   <translation>待办由知识库管理员和班长处理。</translation>
  </message>
  <message>
   <source>End the call in hand first.</source>
   <translation>请先结束当前来电。</translation>
  </message>
  <message>
   <source>Every question of {path} stands in what is learned from.</source>
   <translation>{path} 中的每个问题都在学习材料里，没有可问的了。</translation>
  </message>
  <message>
   <source>Extended to a given time</source>
   <translation>延期至指定时间</translation>
  </message>
  <message>
   <source>Field {field} has more than {most} characters.</source>
   <translation>字段 {field} 超过 {most} 个字符。</translation>
  </message>
  <message>
   <source>Field {field} holds a character that no text has.</source>
   <translation>字段 {field} 含有非文本字符。</translation>
  </message>
  <message>
   <source>Field {field} holds {value}; expected True or False.</source>
   <translation>字段 {field} 为 {value}；应为 True 或 False。</translation>
  </message>
  <message>
   <source>Field {field} is missing or empty.</source>
   <translation>字段 {field} 缺失或为空。</translation>
  </message>
  <message>
   <source>Field {field} is not a list of texts.</source>
   <translation>字段 {field} 不是文本列表。</translation>
  </message>
  <message>
   <source>Field {field} is not a list.</source>
   <translation>字段 {field} 不是列表。</translation>
  </message>
  <message>
   <source>Field {field} is not a number from {least} to {most}.</source>
   <translation>字段 {field} 不是 {least} 到 {most} 之间的数。</translation>
  </message>
  <message>
   <source>Field {field} is not a text.</source>
   <translation>字段 {field} 不是文本。</translation>
  </message>
  <message>
   <source>Field {field} is not an object of texts.</source>
   <translation>字段 {field} 不是由文字组成的对象。</translation>
  </message>
  <message>
   <source>Field {field}: {value} is no time in the format of the map.</source>
   <translation>字段 {field}：{value} 不是对照表所定格式的时间。</translation>
  </message>
  <message>
   <source>Field {field}: {value} is none of {known}.</source>
   <translation>字段 {field}：{value} 不在 {known} 之中。</translation>
  </message>
  <message>
   <source>Field {field}: {value} is not a date (YYYY-MM-DD).</source>
   <translation>字段 {field}：{value} 不是日期（YYYY-MM-DD）。</translation>
  </message>
  <message>
   <source>Field {field}: {value} is not a number of seconds.</source>
   <translation>字段 {field}：{value} 不是秒数。</translation>
  </message>
  <message>
   <source>Field {field}: {value} is not a time with its offset.</source>
   <translation>字段 {field}：{value} 不是带时区的时间。</translation>
  </message>
  <message>
   <source>For this category, place and kind there is a row from {begin} to {end} already.</source>
   <translation>该类别、地点和诉求类型在 {begin} 至 {end} 已有一行。</translation>
  </message>
  <message>
   <source>HTML is shown as it is written; use Markdown.</source>
   <translation>HTML 会原样显示，请用 Markdown。</translation>
  </message>
  <message>
   <source>In a practice call no ticket is registered.</source>
   <translation>练习电话不登记工单。</translation>
  </message>
  <message>
   <source>In {folder} lies the witness of an earlier store. Restore a backup there, or take another folder.</source>
   <translation>{folder} 中有先前数据库的见证文件。请在此恢复备份，或换一个文件夹。</translation>
  </message>
  <message>
   <source>It ends on the next working day</source>
   <translation>期满日为休息日，顺延至下一工作日</translation>
  </message>
  <message>
   <source>It has a closing time, but is {status}: left open.</source>
   <translation>有办结时间，但状态为 {status}：保留为未办结。</translation>
  </message>
  <message>
   <source>It is closed in the future ({when}): left open.</source>
   <translation>办结时间在将来（{when}）：保留为未办结。</translation>
  </message>
  <message>
   <source>It is in force from {valid_from}, which is after its repeal on {repealed_on}.</source>
   <translation>生效日期 {valid_from} 晚于废止日期 {repealed_on}。</translation>
  </message>
  <message>
   <source>It is not published yet: change its draft.</source>
   <translation>尚未发布，请直接修改草稿。</translation>
  </message>
  <message>
   <source>It is {status}, but has no closing time: left open.</source>
   <translation>状态为 {status}，但没有办结时间：保留为未办结。</translation>
  </message>
  <message>
   <source>It was closed before it was made ({when}): left open.</source>
   <translation>办结时间早于受理时间（{when}）：保留为未办结。</translation>
  </message>
  <message>
   <source>Its successors lead back to {key} itself.</source>
   <translation>替代条目循环指向 {key} 自身。</translation>
  </message>
  <message>
   <source>Labour Day</source>
   <translation>劳动节</translation>
  </message>
  <message>
   <source>Late by {late}: {cause}; {paused}, {returned}.</source>
   <translation>逾期 {late}：{cause}；{paused}，{returned}。</translation>
  </message>
  <message>
   <source>Login or password is wrong.</source>
   <translation>账号或密码不对。</translation>
  </message>
  <message>
   <source>Mid-autumn Festival</source>
   <translation>中秋节</translation>
  </message>
  <message>
   <source>Missing or changed: {names}; run: operator-desk store verify</source>
   <translation>缺失或被改动：{names}；请运行 operator-desk store verify</translation>
  </message>
  <message>
   <source>More readback answers than statements.</source>
   <translation>复述答复多于原话句数。</translation>
  </message>
  <message>
   <source>Name a place, a category or a keyword: by these the card finds its calls.</source>
   <translation>请填地点、分类或关键词：卡片凭此匹配来电。</translation>
  </message>
  <message>
   <source>National Day</source>
   <translation>国庆节</translation>
  </message>
  <message>
   <source>National Day and Mid-autumn Festival</source>
   <translation>国庆节、中秋节</translation>
  </message>
  <message>
   <source>Needed for this step ({action}): {fields}.</source>
   <translation>此步骤（{action}）还需要：{fields}。</translation>
  </message>
  <message>
   <source>New Year's Day</source>
   <translation>元旦</translation>
  </message>
  <message>
   <source>No Chinese font on this system: the shipped one is used</source>
   <translation>本机没有中文字体，使用自带字体</translation>
  </message>
  <message>
   <source>No Chinese font; install fonts-noto-cjk</source>
   <translation>没有中文字体，请安装 fonts-noto-cjk</translation>
  </message>
  <message>
   <source>No classing rule of the profile is in force on {day}.</source>
   <translation>{day} 没有生效的计数规则。</translation>
  </message>
  <message>
   <source>No device takes sound; readbacks are read by the operator</source>
   <translation>没有可用的声音设备；由受理员自己读出复述内容</translation>
  </message>
  <message>
   <source>No input method found; install ibus-libpinyin or fcitx5-pinyin</source>
   <translation>没有找到输入法；请安装 ibus-libpinyin 或 fcitx5-pinyin</translation>
  </message>
  <message>
   <source>No password for the account was given on standard input.</source>
   <translation>标准输入里没有给出账号密码。</translation>
  </message>
  <message>
   <source>No password was given on standard input or in {name}.</source>
   <translation>标准输入和 {name} 里都没有密码。</translation>
  </message>
  <message>
   <source>No question to the caller of ticket {number} is open.</source>
   <translation>工单 {number} 没有待答的转问。</translation>
  </message>
  <message>
   <source>No rule in force.</source>
   <translation>无法计算：当日没有生效的时限规则。</translation>
  </message>
  <message>
   <source>No ticket waits for a follow-up call that you can make.</source>
   <translation>没有可由您回访的工单。</translation>
  </message>
  <message>
   <source>No unit is proposed for this ticket.</source>
   <translation>这件工单没有建议的承办单位。</translation>
  </message>
  <message>
   <source>Nobody asks for {element} in this category.</source>
   <translation>该分类的要素清单里没有 {element}。</translation>
  </message>
  <message>
   <source>None speaks it; install espeak-ng, or a voice of the system</source>
   <translation>没有这种语音；请安装 espeak-ng，或系统的语音</translation>
  </message>
  <message>
   <source>Nothing is to be decided for ticket {number}.</source>
   <translation>工单 {number} 没有待审申请。</translation>
  </message>
  <message>
   <source>Nothing of this import is left to undo.</source>
   <translation>这批导入已没有可撤销的内容。</translation>
  </message>
  <message>
   <source>Nothing of ticket {number} is sealed yet.</source>
   <translation>工单 {number} 尚无封存的记录。</translation>
  </message>
  <message>
   <source>Nothing to decide: nobody asked for {request}.</source>
   <translation>无待审事项：没有人提出{request}。</translation>
  </message>
  <message>
   <source>Nothing was changed, so there is nothing to publish.</source>
   <translation>没有改动，无需发布。</translation>
  </message>
  <message>
   <source>Number {n}: the number is missing.</source>
   <translation>第 {n} 个号码：没有填号码。</translation>
  </message>
  <message>
   <source>Number {n}: write the day it was confirmed as 2026-11-25.</source>
   <translation>第 {n} 个号码：核实日期请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Number {n}: {number} does not look like a telephone number.</source>
   <translation>第 {n} 个号码：{number} 不像电话号码。</translation>
  </message>
  <message>
   <source>Only a lead enters a step after the fact.</source>
   <translation>仅班长可以补记。</translation>
  </message>
  <message>
   <source>Only a lead mends the catalogue.</source>
   <translation>只有班长可以改派单目录。</translation>
  </message>
  <message>
   <source>Only the last step of a ticket can be taken back.</source>
   <translation>只能收回工单最近的一步。</translation>
  </message>
  <message>
   <source>Only the lead unit can do this; a co-unit contributes.</source>
   <translation>仅主办单位可以办理；协办单位提交协办意见。</translation>
  </message>
  <message>
   <source>Only who flagged an article takes that back.</source>
   <translation>只有提出纠错的人才能撤回。</translation>
  </message>
  <message>
   <source>Only who took the last step can take it back.</source>
   <translation>只有上一步的办理人可以撤回。</translation>
  </message>
  <message>
   <source>Others are handled jointly with ticket {number}: it cannot join another.</source>
   <translation>工单 {number} 下已有并单，不能再并入其他工单。</translation>
  </message>
  <message>
   <source>Outside working hours</source>
   <translation>非工作时间</translation>
  </message>
  <message>
   <source>Paused: {reason}</source>
   <translation>中止：{reason}</translation>
  </message>
  <message>
   <source>Personal data is shown only when that can be noted in the view log: {reason}</source>
   <translation>个人信息只有在能记入查阅日志时才显示：{reason}</translation>
  </message>
  <message>
   <source>Profile: reasons.{name} {code} is missing</source>
   <translation>规则文件：缺少 reasons.{name} {code}</translation>
  </message>
  <message>
   <source>Profile: targets: {id} is missing</source>
   <translation>规则文件：缺少 targets {id}</translation>
  </message>
  <message>
   <source>Profile: {path}: expected {expected}, found {found}</source>
   <translation>配置：{path}：应为{expected}，实际为 {found}</translation>
  </message>
  <message>
   <source>Profile: {path}: unknown field {field}; expected {known}</source>
   <translation>配置：{path}：没有名为 {field} 的字段；应为 {known}</translation>
  </message>
  <message>
   <source>Profile: {table}: {field} {value} stands twice</source>
   <translation>规则文件：{table} 的 {field} {value} 重复</translation>
  </message>
  <message>
   <source>Profile: {table}: {value} is missing</source>
   <translation>规则文件：{table} 缺少 {value}</translation>
  </message>
  <message>
   <source>Qt has no plug-in for {wanted}; ibus is used instead (fcitx5 answers to it)</source>
   <translation>Qt 没有 {wanted} 的插件，改用 ibus（fcitx5 也能应答）</translation>
  </message>
  <message>
   <source>Repealed on: write a day as 2026-11-25.</source>
   <translation>废止日期请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Repealed without a successor: nothing says what is in force instead.</source>
   <translation>已废止但没有填现行条目：看不出现在该用哪一条。</translation>
  </message>
  <message>
   <source>Returned {n} times: a lead names lead unit and co-units now.</source>
   <translation>已退单 {n} 次：由班长指定主办、协办单位。</translation>
  </message>
  <message>
   <source>Review by: write a day as 2026-11-25.</source>
   <translation>复核期限请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Say at least one keyword.</source>
   <translation>请至少填写一个关键词。</translation>
  </message>
  <message>
   <source>Say what all who reported it are told.</source>
   <translation>请写明答复所有反映人的话。</translation>
  </message>
  <message>
   <source>Say what has to be mended.</source>
   <translation>请写明要改什么。</translation>
  </message>
  <message>
   <source>Say what is wrong with it.</source>
   <translation>请说明错在哪里。</translation>
  </message>
  <message>
   <source>Say where it stands written.</source>
   <translation>请写明出处。</translation>
  </message>
  <message>
   <source>Say why no call is needed.</source>
   <translation>请说明为什么不需要回拨。</translation>
  </message>
  <message>
   <source>Say why the article is changed.</source>
   <translation>请写明修改原因。</translation>
  </message>
  <message>
   <source>Say why the mark is taken back.</source>
   <translation>请说明为什么撤销标记。</translation>
  </message>
  <message>
   <source>Script {script} has nothing that the caller says.</source>
   <translation>脚本 {script} 里来电人没有一句话。</translation>
  </message>
  <message>
   <source>Secrecy can only be raised.</source>
   <translation>保密级别只能提高。</translation>
  </message>
  <message>
   <source>Set a day by which it is looked at again.</source>
   <translation>请填复核期限。</translation>
  </message>
  <message>
   <source>Several requests are open: {requests}. Choose one with --what.</source>
   <translation>有多项待审申请：{requests}。请用 --what 选择。</translation>
  </message>
  <message>
   <source>Silence counts only from {when}.</source>
   <translation>{when} 起方可按默认满意处理。</translation>
  </message>
  <message>
   <source>Something newer was published meanwhile. Look at it first.</source>
   <translation>期间已有更新的版本发布，请先查看。</translation>
  </message>
  <message>
   <source>Spring Festival</source>
   <translation>春节</translation>
  </message>
  <message>
   <source>Still missing: {fields}.</source>
   <translation>还缺：{fields}。</translation>
  </message>
  <message>
   <source>The article has {size} bytes; at most {most} are taken.</source>
   <translation>条目有 {size} 字节，最多接受 {most}。</translation>
  </message>
  <message>
   <source>The article is withdrawn.</source>
   <translation>该条目已撤下。</translation>
  </message>
  <message>
   <source>The backup {path} is damaged; nothing was changed.</source>
   <translation>备份 {path} 已损坏，未作任何改动。</translation>
  </message>
  <message>
   <source>The backup {path} is of desk {found}, the store in {folder} of desk {known}. Restore it into a folder of its own.</source>
   <translation>备份 {path} 属于座席 {found}，{folder} 中的数据库属于座席 {known}。请恢复到单独的文件夹。</translation>
  </message>
  <message>
   <source>The bytes of this attachment are missing.</source>
   <translation>此附件的内容已丢失。</translation>
  </message>
  <message>
   <source>The bytes of this attachment were changed.</source>
   <translation>此附件的内容已被改动。</translation>
  </message>
  <message>
   <source>The call in hand cannot be saved on the disk: {reason}. The window keeps it; free some space.</source>
   <translation>正在办的来电无法存盘：{reason}。窗口里仍保留着，请腾出磁盘空间。</translation>
  </message>
  <message>
   <source>The call is still running.</source>
   <translation>通话还没有结束。</translation>
  </message>
  <message>
   <source>The caller never says {words}.</source>
   <translation>来电人从未说过“{words}”。</translation>
  </message>
  <message>
   <source>The caller wants a reply: rate or deem the ticket before it is closed.</source>
   <translation>来电人要求回复：归档前须回访评价或认定默认满意。</translation>
  </message>
  <message>
   <source>The caller was tried {n} times far enough apart; the rules want {of}.</source>
   <translation>间隔足够的回访仅 {n} 次，规则要求 {of} 次。</translation>
  </message>
  <message>
   <source>The category file holds no category</source>
   <translation>分类文件里没有分类</translation>
  </message>
  <message>
   <source>The certificate lacks the call or the matter that it is about.</source>
   <translation>证明缺少所涉的通话或诉求。</translation>
  </message>
  <message>
   <source>The data of this certificate is too large to be one.</source>
   <translation>所附数据过大，不是封存证明的数据。</translation>
  </message>
  <message>
   <source>The date is too far away.</source>
   <translation>无法计算：日期过远。</translation>
  </message>
  <message>
   <source>The day it began is not counted</source>
   <translation>开始当日不计入</translation>
  </message>
  <message>
   <source>The day of review {day} is over.</source>
   <translation>复核期限 {day} 已过。</translation>
  </message>
  <message>
   <source>The disk is full or failing: nothing of this step was stored. Free some space and try again.</source>
   <translation>磁盘已满或有故障：这一步没有入库。请腾出空间后重试。</translation>
  </message>
  <message>
   <source>The event card ends before it begins.</source>
   <translation>突发事件卡的结束时间早于开始时间。</translation>
  </message>
  <message>
   <source>The event card was changed by somebody else meanwhile. Open it anew.</source>
   <translation>此突发事件卡刚被他人修改，请重新打开。</translation>
  </message>
  <message>
   <source>The event card was withdrawn.</source>
   <translation>此突发事件卡已撤下。</translation>
  </message>
  <message>
   <source>The event was solved already, with another answer.</source>
   <translation>该事件已解决，答复与此不同。</translation>
  </message>
  <message>
   <source>The event was solved already.</source>
   <translation>该事件已解决。</translation>
  </message>
  <message>
   <source>The first day {first} is after the last {last}.</source>
   <translation>起始日 {first} 晚于截止日 {last}。</translation>
  </message>
  <message>
   <source>The full certificate is for the operator of the call and the roles {roles}.</source>
   <translation>全文件只出具给接听该通话的受理人员和以下角色：{roles}。</translation>
  </message>
  <message>
   <source>The index builder ended before it was done (code {code}). The search answers as before; the next start goes on.</source>
   <translation>索引进程未完成就退出了（代码 {code}）。检索照旧可用，下次启动会接着做。</translation>
  </message>
  <message>
   <source>The key is missing.</source>
   <translation>没有填编号。</translation>
  </message>
  <message>
   <source>The key is one line of at most {most} characters.</source>
   <translation>编号只能是一行，最多 {most} 个字。</translation>
  </message>
  <message>
   <source>The key of a published article stays as it is.</source>
   <translation>已发布条目的编号不能改。</translation>
  </message>
  <message>
   <source>The limit passed at {when}: an extension can no longer be asked.</source>
   <translation>时限已于 {when} 届满，不能再申请延期。</translation>
  </message>
  <message>
   <source>The limit stands still.</source>
   <translation>时限中止中。</translation>
  </message>
  <message>
   <source>The limit stands still: {reason}.</source>
   <translation>时限中止中：{reason}。</translation>
  </message>
  <message>
   <source>The line holds a character that no text has.</source>
   <translation>该行含有文本中不应有的字符。</translation>
  </message>
  <message>
   <source>The line is not JSON.</source>
   <translation>该行不是 JSON。</translation>
  </message>
  <message>
   <source>The line is not a JSON object.</source>
   <translation>该行不是 JSON 对象。</translation>
  </message>
  <message>
   <source>The login {login} is taken.</source>
   <translation>账号 {login} 已被占用。</translation>
  </message>
  <message>
   <source>The map does not say how far {status} has come.</source>
   <translation>对照表没有说明状态 {status} 办到哪一步。</translation>
  </message>
  <message>
   <source>The next review must be on a day to come.</source>
   <translation>下次复核日期须在今天之后。</translation>
  </message>
  <message>
   <source>The printer did not take the certificate.</source>
   <translation>打印机未能打印封存证明。</translation>
  </message>
  <message>
   <source>The printer did not take the slip.</source>
   <translation>打印机没有接收交办单。</translation>
  </message>
  <message>
   <source>The profile is not valid TOML: {fault}</source>
   <translation>规则文件不是有效的 TOML：{fault}</translation>
  </message>
  <message>
   <source>The profile would count requests of another system as calls: it needs a classing rule for the purpose {purpose} that does not count, in force on {day}.</source>
   <translation>按现行规则，其他系统转入的诉求会被计为来电：规则中需要有一条在 {day} 有效、目的为 {purpose} 且不计数的分类规则。</translation>
  </message>
  <message>
   <source>The reading of the file ended before it was done (code {code}).</source>
   <translation>文件尚未读完，读取程序就已结束（代码 {code}）。</translation>
  </message>
  <message>
   <source>The row ends on {end}, before it begins on {begin}.</source>
   <translation>该行截止 {end}，早于开始 {begin}。</translation>
  </message>
  <message>
   <source>The row has more cells than the header.</source>
   <translation>该行的列数多于表头。</translation>
  </message>
  <message>
   <source>The row has {size} bytes; an article has at most {most}.</source>
   <translation>本行有 {size} 字节，每条知识最多 {most} 字节。</translation>
  </message>
  <message>
   <source>The rules allow an extension until {when} at most.</source>
   <translation>按规则最多可延期至 {when}。</translation>
  </message>
  <message>
   <source>The rules allow to enter a step within {days} days after it happened.</source>
   <translation>按规则须在发生后 {days} 日内补记。</translation>
  </message>
  <message>
   <source>The rules of this hotline deem no caller satisfied.</source>
   <translation>本热线规则没有默认满意的规定。</translation>
  </message>
  <message>
   <source>The rules of this hotline know no levels.</source>
   <translation>本热线规则没有处置分级。</translation>
  </message>
  <message>
   <source>The search index cannot be built upon. Build it anew: operator-desk knowledge reindex.</source>
   <translation>检索索引无法续建。请重建：operator-desk knowledge reindex。</translation>
  </message>
  <message>
   <source>The search index cannot be written: {reason}.</source>
   <translation>检索索引无法写入：{reason}。</translation>
  </message>
  <message>
   <source>The search index in {folder} is damaged or of another version. Build it anew: operator-desk knowledge reindex.</source>
   <translation>{folder} 中的检索索引已损坏，或由其他版本建立。请重建：operator-desk knowledge reindex。</translation>
  </message>
  <message>
   <source>The search index is being built by another process.</source>
   <translation>另一个进程正在建立检索索引。</translation>
  </message>
  <message>
   <source>The set has no name.</source>
   <translation>问题集没有名称。</translation>
  </message>
  <message>
   <source>The settings cannot be saved: {reason}.</source>
   <translation>设置无法保存：{reason}。</translation>
  </message>
  <message>
   <source>The step before happened at {when}; this one cannot have been earlier.</source>
   <translation>上一步发生于 {when}，此步不能更早。</translation>
  </message>
  <message>
   <source>The store cannot be opened. Check that folder and file exist and belong to you.</source>
   <translation>数据库无法打开。请确认文件夹和文件存在，并且属于您。</translation>
  </message>
  <message>
   <source>The store cannot be written: disk or file is read-only. Nothing of this step was stored.</source>
   <translation>数据库无法写入：磁盘或文件为只读。这一步没有入库。</translation>
  </message>
  <message>
   <source>The store does not verify: {kind} {id}, {reason}. No backup was made.</source>
   <translation>数据库校验不符：{kind} {id}，{reason}。未作备份。</translation>
  </message>
  <message>
   <source>The store has an older schema. Run: operator-desk store upgrade</source>
   <translation>数据库结构较旧，请运行：operator-desk store upgrade</translation>
  </message>
  <message>
   <source>The store holds a value that Operator Desk never writes. Run: operator-desk store verify</source>
   <translation>数据库中有本程序不会写入的值。请运行 operator-desk store verify</translation>
  </message>
  <message>
   <source>The store in {folder} has no desk code; it was not made by init.</source>
   <translation>{folder} 中的数据库没有座席代码，不是由 init 建立的。</translation>
  </message>
  <message>
   <source>The store is being read by another program; close it and try again.</source>
   <translation>另一个程序正在读取数据库；请关闭后重试。</translation>
  </message>
  <message>
   <source>The store is damaged. Keep the file as it is and restore the last backup.</source>
   <translation>数据库已损坏。请保留该文件，并恢复最近一次备份。</translation>
  </message>
  <message>
   <source>The store is locked by another program. Nothing of this step was stored; try again.</source>
   <translation>数据库被另一个程序锁定。这一步没有入库，请重试。</translation>
  </message>
  <message>
   <source>The store lacks a table that it must have. Keep the file and restore the last backup.</source>
   <translation>数据库缺少必需的表。请保留该文件，并恢复最近一次备份。</translation>
  </message>
  <message>
   <source>The store {path} cannot be written: {reason}.</source>
   <translation>数据库 {path} 不可写：{reason}。</translation>
  </message>
  <message>
   <source>The successor {name} is neither an article nor a law of this store.</source>
   <translation>现行条目 {name} 在知识库中既不是条目，也不是法规。</translation>
  </message>
  <message>
   <source>The successor {name} leads back to this article.</source>
   <translation>现行条目 {name} 又指回本条目。</translation>
  </message>
  <message>
   <source>The system's own</source>
   <translation>系统自带</translation>
  </message>
  <message>
   <source>The team store does not answer. Nothing of this step was stored.</source>
   <translation>团队数据库没有应答。这一步没有入库。</translation>
  </message>
  <message>
   <source>The ticket has no unit yet.</source>
   <translation>工单尚无承办单位。</translation>
  </message>
  <message>
   <source>The ticket is excluded from assessment already.</source>
   <translation>工单已不纳入考核。</translation>
  </message>
  <message>
   <source>The ticket is handled jointly with another, which is answered for both.</source>
   <translation>工单已并单，由主工单一并答复。</translation>
  </message>
  <message>
   <source>The ticket is not handled jointly with another.</source>
   <translation>工单没有并单。</translation>
  </message>
  <message>
   <source>The ticket is not paused.</source>
   <translation>工单未中止。</translation>
  </message>
  <message>
   <source>The ticket is paused already.</source>
   <translation>工单已中止。</translation>
  </message>
  <message>
   <source>The ticket is {state}. It can be done ({action}) only when it is: {states}.</source>
   <translation>工单状态为“{state}”。此步骤（{action}）仅适用于：{states}。</translation>
  </message>
  <message>
   <source>The ticket was extended {n} times; the rules allow no more.</source>
   <translation>工单已延期 {n} 次，规则不再允许。</translation>
  </message>
  <message>
   <source>The ticket was moved meanwhile: it is {state} now.</source>
   <translation>工单刚刚被他人办理，现为“{state}”。</translation>
  </message>
  <message>
   <source>The ticket was reworked {n} times; the rules allow no more.</source>
   <translation>工单已重办 {n} 次，规则不再允许。</translation>
  </message>
  <message>
   <source>The title is missing.</source>
   <translation>没有填标题。</translation>
  </message>
  <message>
   <source>The title is one line of at most {most} characters.</source>
   <translation>标题只能是一行，最多 {most} 个字。</translation>
  </message>
  <message>
   <source>The trial ended before it was done (code {code}).</source>
   <translation>试运行未完成就已结束（代码 {code}）。</translation>
  </message>
  <message>
   <source>The unit that handled the ticket cannot rate, deem or close it.</source>
   <translation>承办该工单的单位不能评价、认定或归档。</translation>
  </message>
  <message>
   <source>The voice does not start; readbacks are read by the operator</source>
   <translation>语音启动不了；由受理员自己读出复述内容</translation>
  </message>
  <message>
   <source>The window for a return closed at {when}.</source>
   <translation>退单时限已于 {when} 届满。</translation>
  </message>
  <message>
   <source>The window is being closed.</source>
   <translation>窗口正在关闭。</translation>
  </message>
  <message>
   <source>The window that is open could not store the row of the view log: {reason}</source>
   <translation>打开着的窗口未能保存查阅记录：{reason}</translation>
  </message>
  <message>
   <source>The window that is open did not take the row of the view log.</source>
   <translation>打开着的窗口没有接收查阅记录。</translation>
  </message>
  <message>
   <source>The witness {path} cannot be written: {reason}.</source>
   <translation>见证文件 {path} 无法写入：{reason}。</translation>
  </message>
  <message>
   <source>The working days of {year} are not known.</source>
   <translation>无法计算：缺少 {year} 年工作日历。</translation>
  </message>
  <message>
   <source>The working days of {year} are not known. Take them in with: operator-desk calendar import FILE</source>
   <translation>缺少 {year} 年工作日历。导入方法：operator-desk calendar import FILE</translation>
  </message>
  <message>
   <source>There are {n} open drafts of {name}: {ids}.</source>
   <translation>{name} 有 {n} 份未结草稿：{ids}。</translation>
  </message>
  <message>
   <source>There is a desk in {folder} already.</source>
   <translation>{folder} 中已有工作台。</translation>
  </message>
  <message>
   <source>There is a store in {folder} already.</source>
   <translation>{folder} 中已有数据库。</translation>
  </message>
  <message>
   <source>There is an article {key} already.</source>
   <translation>编号为 {key} 的条目已经存在。</translation>
  </message>
  <message>
   <source>There is no account {login}.</source>
   <translation>没有账号 {login}。</translation>
  </message>
  <message>
   <source>There is no article {key}.</source>
   <translation>没有条目 {key}。</translation>
  </message>
  <message>
   <source>There is no breakdown by {by}.</source>
   <translation>没有按 {by} 的统计。</translation>
  </message>
  <message>
   <source>There is no call {id}.</source>
   <translation>没有来电 {id}。</translation>
  </message>
  <message>
   <source>There is no category {category}.</source>
   <translation>没有类别 {category}。</translation>
  </message>
  <message>
   <source>There is no category {code}.</source>
   <translation>没有分类 {code}。</translation>
  </message>
  <message>
   <source>There is no desk in {folder}; make one with: operator-desk init</source>
   <translation>{folder} 中没有工作台，请先运行：operator-desk init</translation>
  </message>
  <message>
   <source>There is no format {format}. Formats: {formats}.</source>
   <translation>没有格式 {format}。可用格式：{formats}。</translation>
  </message>
  <message>
   <source>There is no kind of matter {kind}.</source>
   <translation>没有诉求类型 {kind}。</translation>
  </message>
  <message>
   <source>There is no kind {kind}. Kinds: {kinds}.</source>
   <translation>没有 {kind} 这种类型。可用：{kinds}。</translation>
  </message>
  <message>
   <source>There is no level {level} of places.</source>
   <translation>没有名为 {level} 的地区级别。</translation>
  </message>
  <message>
   <source>There is no level {level}. Levels: {levels}.</source>
   <translation>没有处置级别 {level}。可选：{levels}。</translation>
  </message>
  <message>
   <source>There is no map {path}. Shipped maps: {names}.</source>
   <translation>没有对照表 {path}。随附的对照表：{names}。</translation>
  </message>
  <message>
   <source>There is no number to call back.</source>
   <translation>没有可以回拨的号码。</translation>
  </message>
  <message>
   <source>There is no open draft {name}.</source>
   <translation>没有未结草稿 {name}。</translation>
  </message>
  <message>
   <source>There is no place {place}.</source>
   <translation>没有地点 {place}。</translation>
  </message>
  <message>
   <source>There is no profile {name}. Profiles: {names}.</source>
   <translation>没有规则文件 {name}。可用：{names}。</translation>
  </message>
  <message>
   <source>There is no question set {name}. Sets: {known}.</source>
   <translation>没有问题集 {name}。现有问题集：{known}。</translation>
  </message>
  <message>
   <source>There is no question {question} in the set {name}.</source>
   <translation>问题集“{name}”中没有问题“{question}”。</translation>
  </message>
  <message>
   <source>There is no question.</source>
   <translation>没有填写问题。</translation>
  </message>
  <message>
   <source>There is no row {row} in the catalogue.</source>
   <translation>派单目录中没有行 {row}。</translation>
  </message>
  <message>
   <source>There is no search index yet. Build it: operator-desk knowledge reindex.</source>
   <translation>还没有检索索引。请建立：operator-desk knowledge reindex。</translation>
  </message>
  <message>
   <source>There is no step to take back.</source>
   <translation>没有可以撤回的步骤。</translation>
  </message>
  <message>
   <source>There is no store in {folder}. Run: operator-desk init</source>
   <translation>{folder} 中没有数据库，请先运行：operator-desk init</translation>
  </message>
  <message>
   <source>There is no such call on this list.</source>
   <translation>这份名单里没有这个来电。</translation>
  </message>
  <message>
   <source>There is no such draft.</source>
   <translation>没有这份草稿。</translation>
  </message>
  <message>
   <source>There is no such event card.</source>
   <translation>没有这张突发事件卡。</translation>
  </message>
  <message>
   <source>There is no such told-to list, or its mark was taken back.</source>
   <translation>没有这份告知名单，或者标记已经撤销。</translation>
  </message>
  <message>
   <source>There is no such version of an article.</source>
   <translation>没有这个版本的条目。</translation>
  </message>
  <message>
   <source>There is no synonym {word}.</source>
   <translation>没有“{word}”这条口语词。</translation>
  </message>
  <message>
   <source>There is no ticket {number}.</source>
   <translation>没有工单 {number}。</translation>
  </message>
  <message>
   <source>There is no time zone {name}.</source>
   <translation>没有 {name} 这个时区。</translation>
  </message>
  <message>
   <source>There is no unit {unit}.</source>
   <translation>没有承办单位 {unit}。</translation>
  </message>
  <message>
   <source>There is no version among these that is not marked already.</source>
   <translation>这些版本都已经标记过了。</translation>
  </message>
  <message>
   <source>There is not enough memory for this file.</source>
   <translation>内存不足，无法读取该文件。</translation>
  </message>
  <message>
   <source>There is nothing that the caller says.</source>
   <translation>来电人没有一句话。</translation>
  </message>
  <message>
   <source>This PDF file cannot be read; it is damaged or cut off ({reason}).</source>
   <translation>PDF 文件无法读取，已损坏或不完整（{reason}）。</translation>
  </message>
  <message>
   <source>This PDF file holds no data of a certificate.</source>
   <translation>PDF 文件中没有封存证明的数据。</translation>
  </message>
  <message>
   <source>This PDF file is encrypted; a certificate is not.</source>
   <translation>PDF 文件已加密；封存证明不加密。</translation>
  </message>
  <message>
   <source>This call is no call back.</source>
   <translation>这通电话不是更正回拨。</translation>
  </message>
  <message>
   <source>This call is no follow-up call about a ticket.</source>
   <translation>这次通话不是对工单的回访。</translation>
  </message>
  <message>
   <source>This call is not in the store, or it has not ended.</source>
   <translation>库里没有这通来电，或它还没有结束。</translation>
  </message>
  <message>
   <source>This category, place, kind and first day stand in the list already.</source>
   <translation>该类别、地点、诉求类型和开始日期在表中已有。</translation>
  </message>
  <message>
   <source>This certificate was made by a newer version of the program.</source>
   <translation>此证明由更新版本的程序出具，请先升级本程序。</translation>
  </message>
  <message>
   <source>This draft is published already.</source>
   <translation>这份草稿已经发布。</translation>
  </message>
  <message>
   <source>This draft was changed by somebody else meanwhile. Open it anew.</source>
   <translation>这份草稿期间被他人修改，请重新打开。</translation>
  </message>
  <message>
   <source>This draft was changed by somebody else meanwhile. Your text is kept; open the draft anew to see what was changed.</source>
   <translation>这份草稿期间被他人修改。您的文字已保留；请重新打开草稿查看改动。</translation>
  </message>
  <message>
   <source>This draft was dropped.</source>
   <translation>这份草稿已作废。</translation>
  </message>
  <message>
   <source>This draft was not handed in for review.</source>
   <translation>这份草稿还没有提交审核。</translation>
  </message>
  <message>
   <source>This file is too large to be a certificate.</source>
   <translation>文件过大，不是封存证明。</translation>
  </message>
  <message>
   <source>This is for who works at the hotline, not for a unit.</source>
   <translation>仅限热线工作人员使用，承办单位无此权限。</translation>
  </message>
  <message>
   <source>This is not a PDF file.</source>
   <translation>这不是 PDF 文件。</translation>
  </message>
  <message>
   <source>This question to the caller is not open.</source>
   <translation>该转问已不是待答状态。</translation>
  </message>
  <message>
   <source>This record supplements ticket {number}; a new matter begins with Shift+F2.</source>
   <translation>这份记录追加到工单 {number}；另有诉求请按 Shift+F2 另起一件。</translation>
  </message>
  <message>
   <source>This step ({action}) is for: {roles}.</source>
   <translation>此步骤（{action}）限于：{roles}。</translation>
  </message>
  <message>
   <source>This store was made by a newer Operator Desk (schema {found}, this program knows {known}). Install the newer program; nothing was changed.</source>
   <translation>此数据库由更新版本的程序建立（结构 {found}，本程序只认识 {known}）。请安装新版程序；未作任何改动。</translation>
  </message>
  <message>
   <source>This store was opened for reading only.</source>
   <translation>数据库以只读方式打开。</translation>
  </message>
  <message>
   <source>This text holds half a character; type it anew.</source>
   <translation>这段文字里有半个字符，请重新输入。</translation>
  </message>
  <message>
   <source>This ticket is not with your unit.</source>
   <translation>此工单不在你单位办理。</translation>
  </message>
  <message>
   <source>Ticket {number} has no file {n}.</source>
   <translation>工单 {number} 没有第 {n} 个附件。</translation>
  </message>
  <message>
   <source>Ticket {number} has not been dispatched.</source>
   <translation>工单 {number} 尚未派单。</translation>
  </message>
  <message>
   <source>Ticket {number} is handled jointly with another itself.</source>
   <translation>工单 {number} 本身已并入其他工单。</translation>
  </message>
  <message>
   <source>Ticket {number} is not open any more.</source>
   <translation>工单 {number} 已不在办理中。</translation>
  </message>
  <message>
   <source>Ticket {number} is not with {unit}.</source>
   <translation>工单 {number} 不在 {unit} 办理。</translation>
  </message>
  <message>
   <source>Time that counts</source>
   <translation>计入时限</translation>
  </message>
  <message>
   <source>Tomb-sweeping Day</source>
   <translation>清明节</translation>
  </message>
  <message>
   <source>Too many wrong passwords for {login}. Try again in {minutes} minutes.</source>
   <translation>{login} 密码错误次数过多，请 {minutes} 分钟后再试。</translation>
  </message>
  <message>
   <source>Unknown field {field}.</source>
   <translation>未知字段 {field}。</translation>
  </message>
  <message>
   <source>Valid from: write a day as 2026-11-25.</source>
   <translation>生效日期请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Version of: write a day as 2026-11-25.</source>
   <translation>版本日期请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Weekend</source>
   <translation>周末</translation>
  </message>
  <message>
   <source>What lies in this file is not the data of a certificate ({place}).</source>
   <translation>文件中的内容不是封存证明的数据（{place}）。</translation>
  </message>
  <message>
   <source>What stands in the draft cannot be kept: {reason}.</source>
   <translation>草稿内容无法保留：{reason}。</translation>
  </message>
  <message>
   <source>What stands in the registration strip cannot be kept: {reason}.</source>
   <translation>登记栏的内容存不了盘：{reason}。</translation>
  </message>
  <message>
   <source>What stands on standard input is not a text in UTF-8.</source>
   <translation>标准输入不是 UTF-8 文本。</translation>
  </message>
  <message>
   <source>Who handled the ticket cannot rate, deem or close it.</source>
   <translation>承办人不能评价、认定或归档本人办理的工单。</translation>
  </message>
  <message>
   <source>Without a category there is no row of the catalogue to mend.</source>
   <translation>工单没有分类，无法改派单目录。</translation>
  </message>
  <message>
   <source>Working day {n} of {of}</source>
   <translation>第 {n} 个工作日（共 {of} 个）</translation>
  </message>
  <message>
   <source>Working day {n} of {of}, moved for {name}</source>
   <translation>第 {n} 个工作日（共 {of} 个），{name}调休上班</translation>
  </message>
  <message>
   <source>Write a day as 2026-11-25.</source>
   <translation>日期请写成 2026-11-25。</translation>
  </message>
  <message>
   <source>Write the number of a version, such as 3.</source>
   <translation>请填版本号，例如 3。</translation>
  </message>
  <message>
   <source>You wrote in this draft. A second person publishes it.</source>
   <translation>这份草稿有您写的内容，须由另一人审核发布。</translation>
  </message>
  <message>
   <source>a category of the profile: its code, or the names down to it</source>
   <translation>规则所用分类中的一项（代码，或逐级名称）</translation>
  </message>
  <message>
   <source>a day after {day}</source>
   <translation>晚于 {day} 的日期</translation>
  </message>
  <message>
   <source>a day on which {path} no longer holds</source>
   <translation>{path} 已失效之日</translation>
  </message>
  <message>
   <source>a day such as 2026-01-31</source>
   <translation>日期（如 2026-01-31）</translation>
  </message>
  <message>
   <source>a device takes sound</source>
   <translation>有可用的声音设备</translation>
  </message>
  <message>
   <source>a format of day and time such as {example}</source>
   <translation>日期时间格式，例如 {example}</translation>
  </message>
  <message>
   <source>a list</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>a list of texts</source>
   <translation>文本列表</translation>
  </message>
  <message>
   <source>a number of zero or more</source>
   <translation>不小于零的数</translation>
  </message>
  <message>
   <source>a pause</source>
   <translation>中止</translation>
  </message>
  <message>
   <source>a profile that is based on none itself</source>
   <translation>本身不依据其他配置的配置</translation>
  </message>
  <message>
   <source>a record</source>
   <translation>补充记录</translation>
  </message>
  <message>
   <source>a return</source>
   <translation>退单</translation>
  </message>
  <message>
   <source>a table</source>
   <translation>表</translation>
  </message>
  <message>
   <source>a text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>a time such as 06:30</source>
   <translation>时间（如 06:30）</translation>
  </message>
  <message>
   <source>a time zone such as America/New_York</source>
   <translation>时区，例如 America/New_York</translation>
  </message>
  <message>
   <source>a time zone such as Asia/Shanghai</source>
   <translation>时区（如 Asia/Shanghai）</translation>
  </message>
  <message>
   <source>a value</source>
   <translation>值</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <source>a whole number from {least} to {most}</source>
   <translation>{least} 至 {most} 的整数</translation>
  </message>
  <message>
   <source>a whole number of {least} or more</source>
   <translation>不小于 {least} 的整数</translation>
  </message>
  <message>
   <source>accept the return</source>
   <translation>同意退单</translation>
  </message>
  <message>
   <source>administrator</source>
   <translation>管理员</translation>
  </message>
  <message>
   <source>all in place</source>
   <translation>齐全</translation>
  </message>
  <message>
   <source>an exclusion</source>
   <translation>不纳入考核</translation>
  </message>
  <message>
   <source>an extension</source>
   <translation>延期</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>答复</translation>
  </message>
  <message>
   <source>answer jointly</source>
   <translation>并单答复</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>已答复</translation>
  </message>
  <message>
   <source>ask for a pause</source>
   <translation>申请中止</translation>
  </message>
  <message>
   <source>ask for an extension</source>
   <translation>申请延期</translation>
  </message>
  <message>
   <source>ask for exclusion</source>
   <translation>申请不纳入考核</translation>
  </message>
  <message>
   <source>ask for the long-term list</source>
   <translation>申请挂账</translation>
  </message>
  <message>
   <source>ask the caller</source>
   <translation>转问诉求人</translation>
  </message>
  <message>
   <source>auditor</source>
   <translation>审计员</translation>
  </message>
  <message>
   <source>beginnings of division codes</source>
   <translation>行政区划代码的开头</translation>
  </message>
  <message>
   <source>bring the caller's answer</source>
   <translation>转告诉求人答复</translation>
  </message>
  <message>
   <source>change the category</source>
   <translation>更正分类</translation>
  </message>
  <message>
   <source>chase</source>
   <translation>催办</translation>
  </message>
  <message>
   <source>close</source>
   <translation>归档</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>已归档</translation>
  </message>
  <message>
   <source>codes of the category file</source>
   <translation>分类文件中的代码</translation>
  </message>
  <message>
   <source>contact the caller</source>
   <translation>联系诉求人</translation>
  </message>
  <message>
   <source>contribute</source>
   <translation>提交协办意见</translation>
  </message>
  <message>
   <source>deem satisfied</source>
   <translation>认定默认满意</translation>
  </message>
  <message>
   <source>deemed satisfied</source>
   <translation>默认满意</translation>
  </message>
  <message>
   <source>dispatch</source>
   <translation>派单</translation>
  </message>
  <message>
   <source>dispatch again</source>
   <translation>改派</translation>
  </message>
  <message>
   <source>dispatched</source>
   <translation>已派单</translation>
  </message>
  <message>
   <source>dispatcher</source>
   <translation>派单员</translation>
  </message>
  <message>
   <source>every step kept its limit; {holder} took longest {step}</source>
   <translation>各环节均未超时限，用时最长的是{holder}{step}</translation>
  </message>
  <message>
   <source>follow-up caller</source>
   <translation>回访员</translation>
  </message>
  <message>
   <source>grant the exclusion</source>
   <translation>同意不纳入考核</translation>
  </message>
  <message>
   <source>grant the extension</source>
   <translation>同意延期</translation>
  </message>
  <message>
   <source>grant the pause</source>
   <translation>同意中止</translation>
  </message>
  <message>
   <source>handle apart</source>
   <translation>撤销并单</translation>
  </message>
  <message>
   <source>handle jointly</source>
   <translation>并单</translation>
  </message>
  <message>
   <source>in follow-up</source>
   <translation>回访中</translation>
  </message>
  <message>
   <source>in hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>in step with the store</source>
   <translation>与数据库一致</translation>
  </message>
  <message>
   <source>join an event</source>
   <translation>并入突发事件</translation>
  </message>
  <message>
   <source>knowledge editor</source>
   <translation>知识库管理员</translation>
  </message>
  <message>
   <source>known for {year}</source>
   <translation>{year} 年已有</translation>
  </message>
  <message>
   <source>less than a minute</source>
   <translation>不到 1 分钟</translation>
  </message>
  <message>
   <source>never paused</source>
   <translation>未中止</translation>
  </message>
  <message>
   <source>never returned</source>
   <translation>未退单</translation>
  </message>
  <message>
   <source>note as not solved</source>
   <translation>反映未解决</translation>
  </message>
  <message>
   <source>note that nobody was reached</source>
   <translation>回访未接通</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>空</translation>
  </message>
  <message>
   <source>on the long-term list</source>
   <translation>挂账</translation>
  </message>
  <message>
   <source>one of {known}</source>
   <translation>下列之一：{known}</translation>
  </message>
  <message>
   <source>only area_code and number in braces</source>
   <translation>花括号内只能是 area_code 和 number</translation>
  </message>
  <message>
   <source>operator</source>
   <translation>受理员</translation>
  </message>
  <message>
   <source>paused for {time}</source>
   <translation>中止 {time}</translation>
  </message>
  <message>
   <source>put on the long-term list</source>
   <translation>同意挂账</translation>
  </message>
  <message>
   <source>quality reviewer</source>
   <translation>质检员</translation>
  </message>
  <message>
   <source>raise the secrecy</source>
   <translation>提高保密级别</translation>
  </message>
  <message>
   <source>rate in the follow-up</source>
   <translation>回访评价</translation>
  </message>
  <message>
   <source>rated</source>
   <translation>已评价</translation>
  </message>
  <message>
   <source>refuse the exclusion</source>
   <translation>不同意不纳入考核</translation>
  </message>
  <message>
   <source>refuse the extension</source>
   <translation>不同意延期</translation>
  </message>
  <message>
   <source>refuse the long-term list</source>
   <translation>不同意挂账</translation>
  </message>
  <message>
   <source>refuse the pause</source>
   <translation>不同意中止</translation>
  </message>
  <message>
   <source>refuse the return</source>
   <translation>不同意退单</translation>
  </message>
  <message>
   <source>register</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>registered</source>
   <translation>已登记</translation>
  </message>
  <message>
   <source>responsible unit</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>resume</source>
   <translation>恢复办理</translation>
  </message>
  <message>
   <source>return</source>
   <translation>退单</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退单</translation>
  </message>
  <message>
   <source>returned once</source>
   <translation>退单 1 次</translation>
  </message>
  <message>
   <source>returned {n} times</source>
   <translation>退单 {n} 次</translation>
  </message>
  <message>
   <source>rework</source>
   <translation>重办</translation>
  </message>
  <message>
   <source>sign</source>
   <translation>签收</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>supervise</source>
   <translation>督办</translation>
  </message>
  <message>
   <source>supplement</source>
   <translation>追加</translation>
  </message>
  <message>
   <source>tables [[{table}]]</source>
   <translation>表 [[{table}]]</translation>
  </message>
  <message>
   <source>take back</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>team lead</source>
   <translation>班长</translation>
  </message>
  <message>
   <source>tell the progress</source>
   <translation>告知进度</translation>
  </message>
  <message>
   <source>the basis</source>
   <translation>依据</translation>
  </message>
  <message>
   <source>the field {field}</source>
   <translation>字段 {field}</translation>
  </message>
  <message>
   <source>the long-term list</source>
   <translation>挂账</translation>
  </message>
  <message>
   <source>the name of a column</source>
   <translation>列名</translation>
  </message>
  <message>
   <source>the name of a column, or a list of such</source>
   <translation>列名或列名的列表</translation>
  </message>
  <message>
   <source>the new value</source>
   <translation>新值</translation>
  </message>
  <message>
   <source>the reason</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>the unit</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>the words</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>times in order, such as 08:30-12:00</source>
   <translation>依次排列的时段（如 08:30-12:00）</translation>
  </message>
  <message>
   <source>to answer it</source>
   <translation>答复</translation>
  </message>
  <message>
   <source>to call the caller</source>
   <translation>回访</translation>
  </message>
  <message>
   <source>to dispatch it</source>
   <translation>派单</translation>
  </message>
  <message>
   <source>to extend it</source>
   <translation>延期</translation>
  </message>
  <message>
   <source>to handle it</source>
   <translation>办理</translation>
  </message>
  <message>
   <source>to return it</source>
   <translation>退单</translation>
  </message>
  <message>
   <source>to rework it</source>
   <translation>重办</translation>
  </message>
  <message>
   <source>to sign it</source>
   <translation>签收</translation>
  </message>
  <message>
   <source>top</source>
   <translation>顶层</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <source>until when</source>
   <translation>截止时间</translation>
  </message>
  <message>
   <source>what it is about</source>
   <translation>关联对象</translation>
  </message>
  <message>
   <source>what the caller was told</source>
   <translation>告知来电人的内容</translation>
  </message>
  <message>
   <source>whether it was solved</source>
   <translation>是否解决</translation>
  </message>
  <message>
   <source>whether the caller was contacted</source>
   <translation>是否联系</translation>
  </message>
  <message>
   <source>whether the hotline satisfied</source>
   <translation>对热线是否满意</translation>
  </message>
  <message>
   <source>whether the unit satisfied</source>
   <translation>对承办单位是否满意</translation>
  </message>
  <message>
   <source>withdraw</source>
   <translation>撤诉</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已撤诉</translation>
  </message>
  <message>
   <source>{code} is no code of a place.</source>
   <translation>{code} 不是地区代码。</translation>
  </message>
  <message>
   <source>{code} is no desk code: 2 to 6 capital letters and digits.</source>
   <translation>{code} 不是座席代码：应为 2 到 6 位大写字母或数字。</translation>
  </message>
  <message>
   <source>{day} in the file name is not a date.</source>
   <translation>文件名中的 {day} 不是日期。</translation>
  </message>
  <message>
   <source>{day} is over.</source>
   <translation>{day} 已经过去。</translation>
  </message>
  <message>
   <source>{desktop} takes {keys} for itself; free them in its keyboard settings, or use F1</source>
   <translation>{desktop} 桌面占用了 {keys}；请在其键盘设置中释放，或使用 F1</translation>
  </message>
  <message>
   <source>{desk} in {folder}, profile {profile}</source>
   <translation>{desk}，位于 {folder}，规则 {profile}</translation>
  </message>
  <message>
   <source>{d} d</source>
   <translation>{d} 天</translation>
  </message>
  <message>
   <source>{d} d {h} h</source>
   <translation>{d} 天 {h} 小时</translation>
  </message>
  <message>
   <source>{file} is not valid TOML: {fault}</source>
   <translation>{file} 不是有效的 TOML：{fault}</translation>
  </message>
  <message>
   <source>{file} was changed since it was looked at. Look at it again.</source>
   <translation>{file} 在预览之后又被改动，请重新选择。</translation>
  </message>
  <message>
   <source>{file}, row {row}: {reason}</source>
   <translation>{file} 第 {row} 行：{reason}</translation>
  </message>
  <message>
   <source>{file}: {path}: expected {expected}, found {found}</source>
   <translation>{file}：{path}：应为{expected}，实际为 {found}</translation>
  </message>
  <message>
   <source>{file}: {path}: unknown field {field}; expected {known}</source>
   <translation>{file}：{path}：未知字段 {field}；应为 {known}</translation>
  </message>
  <message>
   <source>{folder} lies on a network share. The store needs a disk of this machine; a team shares through PostgreSQL.</source>
   <translation>{folder} 在网络共享盘上。数据库要放在本机磁盘；团队共用请用 PostgreSQL。</translation>
  </message>
  <message>
   <source>{free} MB free in {folder}</source>
   <translation>{folder} 剩余 {free} MB</translation>
  </message>
  <message>
   <source>{holder} took {over} more than its limit {step}</source>
   <translation>{holder}{step}超出时限 {over}</translation>
  </message>
  <message>
   <source>{h} h</source>
   <translation>{h} 小时</translation>
  </message>
  <message>
   <source>{h} h {m} min</source>
   <translation>{h} 小时 {m} 分</translation>
  </message>
  <message>
   <source>{key} cannot be its own successor.</source>
   <translation>{key} 不能以自身为替代条目。</translation>
  </message>
  <message>
   <source>{key} stands in row {row} already.</source>
   <translation>{key} 已在第 {row} 行出现过。</translation>
  </message>
  <message>
   <source>{key} stands in the list already.</source>
   <translation>{key} 已在列表中。</translation>
  </message>
  <message>
   <source>{key} was changed since and stays as it is.</source>
   <translation>{key} 此后又修改过，保持不动。</translation>
  </message>
  <message>
   <source>{lay} → {official} has not been learned.</source>
   <translation>没有学到过 {lay} → {official} 这一对。</translation>
  </message>
  <message>
   <source>{login} cannot be a login.</source>
   <translation>{login} 不能用作账号。</translation>
  </message>
  <message>
   <source>{login} may not do this; it needs the role {roles}.</source>
   <translation>{login} 无权操作，需要角色 {roles}。</translation>
  </message>
  <message>
   <source>{mode} (0o600 is meant)</source>
   <translation>{mode}（应为 0o600）</translation>
  </message>
  <message>
   <source>{m} min</source>
   <translation>{m} 分钟</translation>
  </message>
  <message>
   <source>{name} is empty.</source>
   <translation>{name} 是空文件。</translation>
  </message>
  <message>
   <source>{name} is larger than {mb} MB.</source>
   <translation>{name} 超过 {mb} MB。</translation>
  </message>
  <message>
   <source>{name} is of a kind that is not taken: only PDF, PNG, JPEG, DOCX, XLSX, TXT, MP3 and WAV.</source>
   <translation>{name} 的类型不予接收：只收 PDF、PNG、JPEG、DOCX、XLSX、TXT、MP3、WAV。</translation>
  </message>
  <message>
   <source>{name} is the name of more than one: give the code.</source>
   <translation>{name} 对应多个条目，请填代码。</translation>
  </message>
  <message>
   <source>{number} is no telephone number.</source>
   <translation>{number} 不是电话号码。</translation>
  </message>
  <message>
   <source>{number} is no ticket number, such as A07-0012.</source>
   <translation>{number} 不是工单编号，编号如 A07-0012。</translation>
  </message>
  <message>
   <source>{n} articles behind; run: operator-desk knowledge reindex</source>
   <translation>落后 {n} 条；请运行 operator-desk knowledge reindex</translation>
  </message>
  <message>
   <source>{n} imports have an id that begins with {id}.</source>
   <translation>编号以 {id} 开头的批次有 {n} 个。</translation>
  </message>
  <message>
   <source>{n} saved calls cannot be read by this version; their files are kept.</source>
   <translation>有 {n} 个已存来电本版本无法读取，文件已保留。</translation>
  </message>
  <message>
   <source>{n} saved calls were damaged: what can be read is here, the files are kept.</source>
   <translation>有 {n} 个已存来电在磁盘上受损：能读出的内容已在此，原文件已保留。</translation>
  </message>
  <message>
   <source>{path} cannot be read: {reason}.</source>
   <translation>{path} 无法读取：{reason}。</translation>
  </message>
  <message>
   <source>{path} cannot be written: {reason}.</source>
   <translation>{path} 无法写入：{reason}。</translation>
  </message>
  <message>
   <source>{path} exists already; --force replaces it.</source>
   <translation>{path} 已存在；加 --force 可覆盖。</translation>
  </message>
  <message>
   <source>{path} exists already; a backup never overwrites.</source>
   <translation>{path} 已存在，备份不覆盖文件。</translation>
  </message>
  <message>
   <source>{path} has more than {most} rows.</source>
   <translation>{path} 超过 {most} 行。</translation>
  </message>
  <message>
   <source>{path} has no article (第…条).</source>
   <translation>{path} 中没有条文（第…条）。</translation>
  </message>
  <message>
   <source>{path} has no column {column}.</source>
   <translation>{path} 缺少列 {column}。</translation>
  </message>
  <message>
   <source>{path} has no header line.</source>
   <translation>{path} 没有表头行。</translation>
  </message>
  <message>
   <source>{path} has no title line (# …).</source>
   <translation>{path} 没有标题行（# …）。</translation>
  </message>
  <message>
   <source>{path} has the column {column} twice.</source>
   <translation>{path} 中列 {column} 出现两次。</translation>
  </message>
  <message>
   <source>{path} has the unknown column {column}.</source>
   <translation>{path} 有未知列 {column}。</translation>
  </message>
  <message>
   <source>{path} is empty.</source>
   <translation>{path} 是空文件。</translation>
  </message>
  <message>
   <source>{path} is larger than {most} MB.</source>
   <translation>{path} 大于 {most} MB。</translation>
  </message>
  <message>
   <source>{path} is missing</source>
   <translation>{path} 不存在</translation>
  </message>
  <message>
   <source>{path} is no backup of Operator Desk.</source>
   <translation>{path} 不是本程序的备份。</translation>
  </message>
  <message>
   <source>{path} is no text in UTF-8, GB 18030 or UTF-16; save it as UTF-8.</source>
   <translation>{path} 不是 UTF-8、GB 18030 或 UTF-16 文本，请另存为 UTF-8。</translation>
  </message>
  <message>
   <source>{path} is not a file.</source>
   <translation>{path} 不是文件。</translation>
  </message>
  <message>
   <source>{path} is not a text file in UTF-8.</source>
   <translation>{path} 不是 UTF-8 文本文件。</translation>
  </message>
  <message>
   <source>{path} is not an XLSX file.</source>
   <translation>{path} 不是 XLSX 文件。</translation>
  </message>
  <message>
   <source>{path} is too large once it is unpacked.</source>
   <translation>{path} 解开后过大。</translation>
  </message>
  <message>
   <source>{path} lacks the last {n} rows: can it be written?</source>
   <translation>{path} 缺最近 {n} 行：请检查能否写入</translation>
  </message>
  <message>
   <source>{path} must end in .csv or .xlsx.</source>
   <translation>{path} 须以 .csv 或 .xlsx 结尾。</translation>
  </message>
  <message>
   <source>{path}, line {line}: broken bytes.</source>
   <translation>{path} 第 {line} 行有损坏的字节。</translation>
  </message>
  <message>
   <source>{path}, line {line}: this is not CSV.</source>
   <translation>{path} 第 {line} 行：不是 CSV。</translation>
  </message>
  <message>
   <source>{path}, row {row}: gold is not a list of keys.</source>
   <translation>{path} 第 {row} 行：gold 不是键的列表。</translation>
  </message>
  <message>
   <source>{path}, row {row}: the line is not a JSON object.</source>
   <translation>{path} 第 {row} 行：不是 JSON 对象。</translation>
  </message>
  <message>
   <source>{path}, row {row}: there is no question.</source>
   <translation>{path} 第 {row} 行：缺少问题。</translation>
  </message>
  <message>
   <source>{path}: slip {slip}, check code {code}, {masked} places left out.</source>
   <translation>{path}：交办单 {slip}，校验码 {code}，略去 {masked} 处。</translation>
  </message>
  <message>
   <source>{path}: the file name says no law.</source>
   <translation>{path}：文件名中没有法规名称。</translation>
  </message>
  <message>
   <source>{path}: {reason}</source>
   <translation>{path}：{reason}</translation>
  </message>
  <message>
   <source>{question}: more than {most} right articles.</source>
   <translation>{question}：正确条目超过 {most} 条。</translation>
  </message>
  <message>
   <source>{question}: no right article is given.</source>
   <translation>{question}：没有填写正确条目。</translation>
  </message>
  <message>
   <source>{reason} is not a reason for this step ({action}). Reasons: {codes}.</source>
   <translation>{reason} 不是此步骤（{action}）的理由。可选：{codes}。</translation>
  </message>
  <message>
   <source>{role} is no role. Roles: {roles}.</source>
   <translation>{role} 不是角色。可用：{roles}。</translation>
  </message>
  <message>
   <source>{title}: something newer was published meanwhile. Take it over into the draft first.</source>
   <translation>{title}：期间已有更新的版本发布，请先并入草稿。</translation>
  </message>
  <message>
   <source>{unit} cannot be lead unit and co-unit at once.</source>
   <translation>{unit} 不能同时为主办和协办单位。</translation>
  </message>
  <message>
   <source>{value} is no day such as 2026-01-31.</source>
   <translation>{value} 不是日期（如 2026-01-31）。</translation>
  </message>
  <message>
   <source>{value} is not a grade of secrecy.</source>
   <translation>{value} 不是保密级别。</translation>
  </message>
  <message>
   <source>{value} is not a time such as 2026-11-23T14:05.</source>
   <translation>{value} 不是 2026-11-23T14:05 这样的时间。</translation>
  </message>
  <message>
   <source>{value} is not a time such as 2026-11-23T20:00.</source>
   <translation>{value} 不是时间，应如 2026-11-23T20:00。</translation>
  </message>
  <message>
   <source>{version} is too old; 3.35 is needed</source>
   <translation>{version} 太旧，需要 3.35</translation>
  </message>
  <message>
   <source>{version} on {system}</source>
   <translation>{version}（{system}）</translation>
  </message>
  <message>
   <source>{version}; one writer at a time, so its fault in WAL before 3.51.3 cannot strike</source>
   <translation>{version}；同一时刻只有一个写入者，3.51.3 之前的 WAL 缺陷不会触发</translation>
  </message>
  <message>
   <source>{when} lies in the future.</source>
   <translation>{when} 在将来。</translation>
  </message>
  <message>
   <source>{words} or {more}</source>
   <translation>{words}或{more}</translation>
  </message>
  <message>
   <source>{words}, {more}</source>
   <translation>{words}、{more}</translation>
  </message>
  <message>
   <source>{word} cannot stand for itself.</source>
   <translation>“{word}”不能对应它自己。</translation>
  </message>
  <message>
   <source>{word} is longer than {most} characters.</source>
   <translation>“{word}”超过了 {most} 个字。</translation>
  </message>
  <message>
   <source>{word} stands for more than {most} words.</source>
   <translation>“{word}”对应的词超过了 {most} 个。</translation>
  </message>
  <message>
   <source>{word}: no official word is given.</source>
   <translation>“{word}”没有填写对应的规范用语。</translation>
  </message>
  <message>
   <source>{word}: words belong on both sides of {gap}.</source>
   <translation>{word}：{gap} 两边都要有词。</translation>
  </message>
  <message>
   <source>{year} is known with other days ({days}); --replace takes these instead.</source>
   <translation>{year} 年已有不同的日历（{days}）；加 --replace 以此文件为准。</translation>
  </message>
  <message>
   <source>{year} is not known: operator-desk calendar import FILE; till then no limit into it</source>
   <translation>缺少 {year} 年工作日历：operator-desk calendar import FILE；此前跨入该年的时限无法计算</translation>
  </message>
  <message>
   <source>{year} is not stated as a whole year: the file names {n} days off. Days not named are taken for ordinary ones.</source>
   <translation>{year} 年不是整年的日历：文件只列出 {n} 天放假。未列出的日期会按平日、周末处理。</translation>
  </message>
  <message>
   <source>{year} stands in {file} too, with other days ({days}).</source>
   <translation>{year} 年也在 {file} 中，但日期不同（{days}）。</translation>
  </message>
 </context>
 <context>
  <name>Cli</name>
  <message>
   <source> (gist)</source>
   <translation>（大意）</translation>
  </message>
  <message>
   <source> (not heard clearly)</source>
   <translation>（没听清）</translation>
  </message>
  <message>
   <source>(Did you mean one of: {possibilities}?)</source>
   <translation>（是否指：{possibilities}？）</translation>
  </message>
  <message>
   <source>(what was found, what was done, on what basis)</source>
   <translation>（核实情况、处理措施、政策法规依据）</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>--format xlsx needs --out.</source>
   <translation>--format xlsx 要同时写 --out。</translation>
  </message>
  <message>
   <source>--on does not go with --draft or --withdraw.</source>
   <translation>--on 不能与 --draft 或 --withdraw 同用。</translation>
  </message>
  <message>
   <source>--out needs --format json, csv or xlsx.</source>
   <translation>--out 要同时写 --format json、csv 或 xlsx。</translation>
  </message>
  <message>
   <source>--practice and --bare exclude each other.</source>
   <translation>--practice 和 --bare 不能同时用。</translation>
  </message>
  <message>
   <source>--with-use stands alone: it learns nothing anew.</source>
   <translation>--with-use 只能单独使用：它不再另行学习。</translation>
  </message>
  <message>
   <source>1. Sign for this slip; return it in time, with a reason and the unit that is responsible, when it is not yours.</source>
   <translation>1. 按时签收；不属于本单位职责的，在退单时限内说明理由并提出建议承办单位，退回热线。</translation>
  </message>
  <message>
   <source>1. The PDF file holds its data ({file}). “operator-desk ticket verify FILE.pdf” checks it without any store, and against the store where the ticket is.</source>
   <translation>1. PDF 文件内附有数据（{file}）。执行命令“operator-desk ticket verify 文件.pdf”即可校验，无需数据库；有该工单的数据库时，一并与其比对。</translation>
  </message>
  <message>
   <source>2. Get in touch with the caller and look into the matter.</source>
   <translation>2. 及时联系诉求人，核实情况，依法依规办理。</translation>
  </message>
  <message>
   <source>2. Look into the matter from what is written here.</source>
   <translation>2. 按本单所述核实情况，依法依规办理。</translation>
  </message>
  <message>
   <source>2. Whoever does not use this program can recompute all hashes: docs/canonical-form.md describes how.</source>
   <translation>2. 不使用本程序的，可按本程序文档 docs/canonical-form.md 所述方法自行计算全部校验值。</translation>
  </message>
  <message>
   <source>3. Answer the hotline in writing before the limit; ask for more time before it has passed, not after.</source>
   <translation>3. 在办理时限内书面答复热线；需要延期的，在期限届满前提出申请。</translation>
  </message>
  <message>
   <source>3. Paper holds no data: compare check code and hashes with those of the PDF file.</source>
   <translation>3. 纸质件不含数据，请将校验码和校验值与 PDF 文件比对。</translation>
  </message>
  <message>
   <source>A complex matter: the longer window.</source>
   <translation>复杂、疑难事项：适用较长的退单时限。</translation>
  </message>
  <message>
   <source>A limit set with the dispatch.</source>
   <translation>派单时另行指定的办理时限。</translation>
  </message>
  <message>
   <source>A unit that helps; repeatable.</source>
   <translation>协办单位；可重复给出。</translation>
  </message>
  <message>
   <source>A word that callers say; several times.</source>
   <translation>来电人会说的词；可写多次。</translation>
  </message>
  <message>
   <source>Aborted!</source>
   <translation>已中止。</translation>
  </message>
  <message>
   <source>Accept the return of tickets.</source>
   <translation>同意退单。</translation>
  </message>
  <message>
   <source>Accounts of the people at the desk.</source>
   <translation>座席人员的账号。</translation>
  </message>
  <message>
   <source>Add a question with its right articles, or change which ones are right.</source>
   <translation>添加问题及其正确条目，或修改正确条目。</translation>
  </message>
  <message>
   <source>Add a row, or change the one of the same category, place, kind and first day.

`*` as category is the fall-back for everything that has no row of its own.</source>
   <translation>新增一行，或更改同一类别、地点、诉求类型和开始日期的那一行。

类别写 `*` 表示兜底：没有专门一行的诉求都归它。</translation>
  </message>
  <message>
   <source>Add a synonym, or change what a word stands for.</source>
   <translation>添加一条口语词，或修改它对应的规范用语。</translation>
  </message>
  <message>
   <source>Add an account; its password is read from standard input.</source>
   <translation>添加账号，密码从标准输入读取。</translation>
  </message>
  <message>
   <source>Add what the caller says besides.</source>
   <translation>追加来电人补充的内容。</translation>
  </message>
  <message>
   <source>Added later</source>
   <translation>追加内容</translation>
  </message>
  <message>
   <source>Added {added}, advanced {advanced}, unchanged {unchanged}, refused {refused}; {odd} odd.</source>
   <translation>新增 {added}，推进 {advanced}，未变 {unchanged}，未收 {refused}；存疑 {odd}。</translation>
  </message>
  <message>
   <source>Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.</source>
   <translation>新增 {added}，更改 {changed}，未变 {unchanged}，未收 {refused}。</translation>
  </message>
  <message>
   <source>Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}; {unknown} right articles are not there.</source>
   <translation>新增 {added}，修改 {changed}，未变 {unchanged}，拒收 {refused}；正确条目中有 {unknown} 条不存在。</translation>
  </message>
  <message>
   <source>Added {login}.</source>
   <translation>已添加 {login}。</translation>
  </message>
  <message>
   <source>All times</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>All views are computed anew.</source>
   <translation>全部视图已重新计算。</translation>
  </message>
  <message>
   <source>Also those withdrawn, or solved earlier.</source>
   <translation>也列出已撤下的和早已解决的。</translation>
  </message>
  <message>
   <source>Anonymous or without a number: the caller cannot be reached.</source>
   <translation>匿名或未留电话，无法与诉求人联系。</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>复述结果</translation>
  </message>
  <message>
   <source>Ask each of so many parts after learning from the others.</source>
   <translation>分成这么多份，每一份都在学过其余各份之后再问。</translation>
  </message>
  <message>
   <source>Ask for a pause of the limits.</source>
   <translation>申请中止计时。</translation>
  </message>
  <message>
   <source>Ask for an extension, before the limit ends.</source>
   <translation>在时限届满前申请延期。</translation>
  </message>
  <message>
   <source>Ask for exclusion from the assessment.</source>
   <translation>申请不纳入考核。</translation>
  </message>
  <message>
   <source>Ask for the long-term list.</source>
   <translation>申请挂账。</translation>
  </message>
  <message>
   <source>Ask the questions of a file and count how often a right article is found.</source>
   <translation>用文件里的问题检索，统计找到正确条目的次数。</translation>
  </message>
  <message>
   <source>Ask the questions; say where the first right article stands, and where after a change.</source>
   <translation>逐题检索，给出首个正确条目的名次，以及变更之后的名次。</translation>
  </message>
  <message>
   <source>Ask with what this desk has learned.</source>
   <translation>带上本工位已学到的词语对应来提问。</translation>
  </message>
  <message>
   <source>At most so many hits.</source>
   <translation>最多列出多少条。</translation>
  </message>
  <message>
   <source>At most so many pairs; default all.</source>
   <translation>最多列出多少对；默认全部。</translation>
  </message>
  <message>
   <source>At most so many, the newest.</source>
   <translation>最多列出多少条，新的在前。</translation>
  </message>
  <message>
   <source>Attach files to a ticket, all of them or none.</source>
   <translation>给工单添加附件，要么全部，要么一个也不加。</translation>
  </message>
  <message>
   <source>Before ({time}): {words}</source>
   <translation>原记（{time}）：{words}</translation>
  </message>
  <message>
   <source>Before and after this article is repealed.</source>
   <translation>比较该条目废止前后。</translation>
  </message>
  <message>
   <source>Before and after this article is taken down.</source>
   <translation>比较该条目撤下前后。</translation>
  </message>
  <message>
   <source>Before and after this draft is published.</source>
   <translation>比较该草稿发布前后。</translation>
  </message>
  <message>
   <source>Before there is a desk nobody can sign in: no --user.</source>
   <translation>工作台建好之前没有账号，不能用 --user。</translation>
  </message>
  <message>
   <source>Bring the caller's answer to the unit's first open question.</source>
   <translation>转告诉求人对承办单位首个待答问题的答复。</translation>
  </message>
  <message>
   <source>Bring the schema to this program's version.</source>
   <translation>把数据库结构升到本程序的版本。</translation>
  </message>
  <message>
   <source>Build the search index anew from the stored articles.</source>
   <translation>按已存条目重建检索索引。</translation>
  </message>
  <message>
   <source>Call began</source>
   <translation>来电时间</translation>
  </message>
  <message>
   <source>Callers' words and the official words that they stand for, shipped and editors' own.</source>
   <translation>来电人的说法与对应的正式用语，含随程序附带的和编辑自己的。</translation>
  </message>
  <message>
   <source>Calls.</source>
   <translation>来电。</translation>
  </message>
  <message>
   <source>Categories instead of units.</source>
   <translation>给出类别而不是单位。</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>诉求分类</translation>
  </message>
  <message>
   <source>Certificate of a Sealed Call Record</source>
   <translation>通话记录封存证明</translation>
  </message>
  <message>
   <source>Certificate of the sealed record, ticket {number}, continued</source>
   <translation>通话记录封存证明　工单 {number}（续页）</translation>
  </message>
  <message>
   <source>Certificate {number} ({kind})</source>
   <translation>通话记录封存证明 {number}（{kind}）</translation>
  </message>
  <message>
   <source>Chain, witness and data</source>
   <translation>链头、见证与数据</translation>
  </message>
  <message>
   <source>Change a card; what is not named stays, an empty value takes it away.</source>
   <translation>修改突发事件卡；未写的不变，写空值则去掉。</translation>
  </message>
  <message>
   <source>Check Python, Qt, fonts, input method, SQLite, disk, desk, triggers, index.</source>
   <translation>检查 Python、Qt、字体、输入法、SQLite、磁盘、工作台、触发器、索引。</translation>
  </message>
  <message>
   <source>Check code {code}</source>
   <translation>校验码 {code}</translation>
  </message>
  <message>
   <source>Check own scripts: what a practice call with them would lack on this desk.</source>
   <translation>检查自有脚本：在本台练习时会缺少什么。</translation>
  </message>
  <message>
   <source>Check profiles: this desk's, or others by name or file.</source>
   <translation>检查规则：本工作台的，或按名称、文件指定的。</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Chinese voice</source>
   <translation>中文语音</translation>
  </message>
  <message>
   <source>Choose from:
	{choices}</source>
   <translation>可选：
	{choices}</translation>
  </message>
  <message>
   <source>Close an account: nobody can sign in with it any more.</source>
   <translation>停用账号：今后不能再登录。</translation>
  </message>
  <message>
   <source>Close and file tickets.</source>
   <translation>归档工单。</translation>
  </message>
  <message>
   <source>Co-operating</source>
   <translation>协办单位</translation>
  </message>
  <message>
   <source>Code of a reason of the profile.</source>
   <translation>规则配置中的理由代码。</translation>
  </message>
  <message>
   <source>Code of the category.</source>
   <translation>分类代码。</translation>
  </message>
  <message>
   <source>Code of the responsible unit, for the role unit.</source>
   <translation>承办单位代码，角色为 unit 时用。</translation>
  </message>
  <message>
   <source>Code of the responsible unit, lead or co-unit.</source>
   <translation>承办单位代码，主办或协办均可。</translation>
  </message>
  <message>
   <source>Code of the responsible unit.</source>
   <translation>承办单位代码。</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Compute all views anew from the facts.</source>
   <translation>按原始记录重新计算全部视图。</translation>
  </message>
  <message>
   <source>Copy the store into a new file, attachments beside it; a window may be open.</source>
   <translation>把库复制到新文件，附件放在旁边的文件夹；窗口可以开着。</translation>
  </message>
  <message>
   <source>Correct the category of tickets; their limits go by the right one.</source>
   <translation>更正工单分类；时限按更正后的分类。</translation>
  </message>
  <message>
   <source>Date and time</source>
   <translation>签收时间</translation>
  </message>
  <message>
   <source>Deem callers satisfied who could not be reached.</source>
   <translation>联系不上的来电人按默认满意处理。</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>工作台</translation>
  </message>
  <message>
   <source>Did you mean {possibility}?</source>
   <translation>是否指 {possibility}？</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>磁盘</translation>
  </message>
  <message>
   <source>Dispatch registered tickets to a unit.</source>
   <translation>将已登记工单派给承办单位。</translation>
  </message>
  <message>
   <source>Dispatch slip {number}</source>
   <translation>交办单 {number}</translation>
  </message>
  <message>
   <source>Dispatch slip {number}, continued</source>
   <translation>交办单 {number}（续页）</translation>
  </message>
  <message>
   <source>Dispatch tickets again, to another unit.</source>
   <translation>改派工单。</translation>
  </message>
  <message>
   <source>Dispatcher's note</source>
   <translation>派单说明</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>English voice</source>
   <translation>英文语音</translation>
  </message>
  <message>
   <source>Error: {message}</source>
   <translation>错误：{message}</translation>
  </message>
  <message>
   <source>Event cards: one thing that many call about.</source>
   <translation>突发事件卡：许多人为同一件事来电。</translation>
  </message>
  <message>
   <source>Figures.</source>
   <translation>统计。</translation>
  </message>
  <message>
   <source>File mode</source>
   <translation>文件权限</translation>
  </message>
  <message>
   <source>Find articles.</source>
   <translation>检索条目。</translation>
  </message>
  <message>
   <source>First local day.</source>
   <translation>起始日（当地）。</translation>
  </message>
  <message>
   <source>Folder of the desk.</source>
   <translation>工作台所在文件夹。</translation>
  </message>
  <message>
   <source>Fonts</source>
   <translation>字体</translation>
  </message>
  <message>
   <source>For a unit that co-operates; else for the lead unit.</source>
   <translation>交给协办单位；不写则交给主办单位。</translation>
  </message>
  <message>
   <source>Forget what was learned from all calls so far.</source>
   <translation>清除此前从所有来电中学到的内容。</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>全文件</translation>
  </message>
  <message>
   <source>Give a co-unit's part of the answer.</source>
   <translation>提交协办意见。</translation>
  </message>
  <message>
   <source>Give an account a new password, read from standard input.</source>
   <translation>给账号换密码，新密码从标准输入读取。</translation>
  </message>
  <message>
   <source>Give the unit's answer.</source>
   <translation>提交承办单位答复。</translation>
  </message>
  <message>
   <source>Go on with tickets that were paused or on the long-term list.</source>
   <translation>恢复中止或挂账的工单。</translation>
  </message>
  <message>
   <source>Got unexpected extra argument ({args})</source>
   <translation>多出的参数：{args}</translation>
  </message>
  <message>
   <source>Got unexpected extra arguments ({args})</source>
   <translation>多出的参数：{args}</translation>
  </message>
  <message>
   <source>Grant what a unit asked for.</source>
   <translation>同意承办单位的申请。</translation>
  </message>
  <message>
   <source>Handle tickets apart again.</source>
   <translation>撤销并单。</translation>
  </message>
  <message>
   <source>Handle tickets jointly with another; each keeps number, words, caller and rating.</source>
   <translation>并单办理；各单保留编号、原话、来电人和评价。</translation>
  </message>
  <message>
   <source>Handled by</source>
   <translation>经办人及电话</translation>
  </message>
  <message>
   <source>Have the hotline ask the caller something.</source>
   <translation>请热线转问诉求人。</translation>
  </message>
  <message>
   <source>Head of chain</source>
   <translation>链头</translation>
  </message>
  <message>
   <source>How many hits are looked at.</source>
   <translation>看前多少条结果。</translation>
  </message>
  <message>
   <source>How the rows are written.</source>
   <translation>输出格式。</translation>
  </message>
  <message>
   <source>How to check</source>
   <translation>校验方法</translation>
  </message>
  <message>
   <source>Import undone: {file}</source>
   <translation>撤销导入：{file}</translation>
  </message>
  <message>
   <source>In the caller's words</source>
   <translation>诉求人原话</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>索引</translation>
  </message>
  <message>
   <source>Index: {done} of {of}</source>
   <translation>索引：{done} / {of}</translation>
  </message>
  <message>
   <source>Input method</source>
   <translation>输入法</translation>
  </message>
  <message>
   <source>Into a file: .csv or .xlsx.</source>
   <translation>写入文件：.csv 或 .xlsx。</translation>
  </message>
  <message>
   <source>Invalid value for {param_hint}: {message}</source>
   <translation>{param_hint} 的值不对：{message}</translation>
  </message>
  <message>
   <source>Invalid value: {message}</source>
   <translation>值不对：{message}</translation>
  </message>
  <message>
   <source>Issued by</source>
   <translation>出具人</translation>
  </message>
  <message>
   <source>It does not prove</source>
   <translation>不能证明</translation>
  </message>
  <message>
   <source>It is not as it was made; do not rely on it.</source>
   <translation>与出具时不一致，请勿采信。</translation>
  </message>
  <message>
   <source>It proves</source>
   <translation>能够证明</translation>
  </message>
  <message>
   <source>It was held against the store of this desk as well.</source>
   <translation>已同时与本座席的数据库比对。</translation>
  </message>
  <message>
   <source>Jointly handled tickets: {n}.</source>
   <translation>并单办理的工单：{n} 件。</translation>
  </message>
  <message>
   <source>Journal mode</source>
   <translation>日志模式</translation>
  </message>
  <message>
   <source>Kept secret. Questions to the caller and the answer go through the hotline: enter them on the ticket as a relay. Do not try to find out who called.</source>
   <translation>本件保密，不提供诉求人姓名、电话和住址。需要向诉求人了解情况或作出答复的，在工单上填写转询内容，由热线转达。不得打听、推断、泄露诉求人身份。</translation>
  </message>
  <message>
   <source>Key of the article it rests on.</source>
   <translation>所依据条目的键。</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>诉求类型</translation>
  </message>
  <message>
   <source>Kind of certificate</source>
   <translation>证明形式</translation>
  </message>
  <message>
   <source>Language of the sentences.</source>
   <translation>所用语言。</translation>
  </message>
  <message>
   <source>Last local day.</source>
   <translation>截止日（当地）。</translation>
  </message>
  <message>
   <source>Later call of {time}, operator {name}: record that supplements the ticket</source>
   <translation>{time} 再次来电，受理人员 {name}：对本工单的补充记录</translation>
  </message>
  <message>
   <source>Lead unit</source>
   <translation>主办单位</translation>
  </message>
  <message>
   <source>Learn first from the answers told in these scripted calls.</source>
   <translation>先从这些脚本通话中告知过的答案学习。</translation>
  </message>
  <message>
   <source>Let the search learn from these calls.</source>
   <translation>让检索从这些来电中学习。</translation>
  </message>
  <message>
   <source>Level of handling, where the profile has.</source>
   <translation>处置级别（规则有分级的）。</translation>
  </message>
  <message>
   <source>Limit for the caller</source>
   <translation>对诉求人的时限</translation>
  </message>
  <message>
   <source>Limit for the holder</source>
   <translation>承办时限</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>时限要求</translation>
  </message>
  <message>
   <source>List all accounts.</source>
   <translation>列出全部账号。</translation>
  </message>
  <message>
   <source>List all synonyms.</source>
   <translation>列出全部口语词。</translation>
  </message>
  <message>
   <source>List calls, the newest first.</source>
   <translation>列出来电，新的在前。</translation>
  </message>
  <message>
   <source>List imports, bulk changes and their undoing, the newest first.</source>
   <translation>列出导入、批量修改及其撤销，最近的在前。</translation>
  </message>
  <message>
   <source>List open and lately closed tickets that may be about the same matter.</source>
   <translation>列出可能是同一诉求的在办和近期办结工单。</translation>
  </message>
  <message>
   <source>List the articles in which a telephone number stands, however it is written there.</source>
   <translation>列出写有某个电话号码的条目，不论号码怎样书写。</translation>
  </message>
  <message>
   <source>List the calls that were told any version of an article, or the told-to lists.</source>
   <translation>列出告知过某条目任一版本的来电，或告知名单。</translation>
  </message>
  <message>
   <source>List the event cards, the one published last first.</source>
   <translation>列出突发事件卡，最近发布的在前。</translation>
  </message>
  <message>
   <source>List the questions; right articles that are not there are named as unknown.</source>
   <translation>列出问题；正确条目中不存在的会标出。</translation>
  </message>
  <message>
   <source>List the rows, fall-backs first.</source>
   <translation>列出各行，兜底行在前。</translation>
  </message>
  <message>
   <source>List the scripts by rising difficulty, this desk's own last.</source>
   <translation>按难度列出脚本，本台自有的排在最后。</translation>
  </message>
  <message>
   <source>List the steps of a ticket, those without effect too.</source>
   <translation>列出工单流转，含未生效的。</translation>
  </message>
  <message>
   <source>List tickets, the newest first.</source>
   <translation>列出工单，新的在前。</translation>
  </message>
  <message>
   <source>List what callers' words stand for, as learned from told articles; strike, pin, forget.</source>
   <translation>列出从已告知条目中学到的词语对应；可剔除、固定、清除。</translation>
  </message>
  <message>
   <source>List what editors must look at: repealed, overdue, without source, duplicate, dead.</source>
   <translation>列出要核对的条目：已废止、逾期未核、无来源、重复、后继失效。</translation>
  </message>
  <message>
   <source>List who saw, copied, printed or exported personal data, the newest first.</source>
   <translation>列出谁查看、复制、打印、导出过个人信息，最新的在前。</translation>
  </message>
  <message>
   <source>Make registered tickets reports of an event: its answer will be theirs.</source>
   <translation>把已登记的工单并入突发事件：事件的答复即其答复。</translation>
  </message>
  <message>
   <source>Make the data folder: with the starter content, for practice, or bare.</source>
   <translation>建立数据文件夹：带初始内容、练习用，或空的。</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Masked</source>
   <translation>遮蔽件</translation>
  </message>
  <message>
   <source>May be given several times.</source>
   <translation>可写多次。</translation>
  </message>
  <message>
   <source>Missing argument</source>
   <translation>缺少参数</translation>
  </message>
  <message>
   <source>Missing command.</source>
   <translation>缺少命令。</translation>
  </message>
  <message>
   <source>Missing option</source>
   <translation>缺少选项</translation>
  </message>
  <message>
   <source>Name an article, or --list with the id of a list, or --lists.</source>
   <translation>请给出一个条目，或用 --list 给出名单的 id，或用 --lists。</translation>
  </message>
  <message>
   <source>Name one of {options}.</source>
   <translation>{options} 只能给出一个。</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>新密码</translation>
  </message>
  <message>
   <source>No content at all.</source>
   <translation>不带任何内容。</translation>
  </message>
  <message>
   <source>No sound device of this machine takes sound; see: operator-desk doctor</source>
   <translation>本机没有可用的声音设备；请看：operator-desk doctor</translation>
  </message>
  <message>
   <source>No statements were written down.</source>
   <translation>未记录语句。</translation>
  </message>
  <message>
   <source>No store with this ticket was asked: hold its seals against a copy that somebody else has kept.</source>
   <translation>未与存有该工单的数据库比对：请将封存校验值与另行保存的副本核对。</translation>
  </message>
  <message>
   <source>No such command {name!r}.</source>
   <translation>没有命令 {name!r}。</translation>
  </message>
  <message>
   <source>No such option {name!r}.</source>
   <translation>没有选项 {name!r}。</translation>
  </message>
  <message>
   <source>No voice of this machine speaks {named}; see: operator-desk doctor</source>
   <translation>本机没有会说{named}的语音；请看：operator-desk doctor</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Nobody was reached; the reason says how.</source>
   <translation>未联系上；理由说明情形。</translation>
  </message>
  <message>
   <source>Not computed: ask the hotline.</source>
   <translation>未计算，请向热线询问。</translation>
  </message>
  <message>
   <source>Not there, so not in use: {names}.</source>
   <translation>未设置，因而不启用：{names}。</translation>
  </message>
  <message>
   <source>Note that the caller asks for the answer.</source>
   <translation>记录来电人催办。</translation>
  </message>
  <message>
   <source>Note that the matter is not solved: the unit gets it again.</source>
   <translation>记录诉求未解决：退回承办单位重办。</translation>
  </message>
  <message>
   <source>Note that the unit contacted the caller, or tried to.</source>
   <translation>记录承办单位与诉求人的联系。</translation>
  </message>
  <message>
   <source>Note what the caller says in the follow-up call: four answers, and a reason for a no.</source>
   <translation>记录回访结果：四项答复，否定的须有理由。</translation>
  </message>
  <message>
   <source>Note what the caller was told of the progress.</source>
   <translation>记录告知来电人的办理进度。</translation>
  </message>
  <message>
   <source>Nothing more can be written: {reason}.</source>
   <translation>无法继续写入：{reason}。</translation>
  </message>
  <message>
   <source>Nothing was stored. Would add {added}, change {changed}, leave {unchanged}, refuse {refused}.</source>
   <translation>未保存。将新增 {added}，更改 {changed}，不变 {unchanged}，不收 {refused}。</translation>
  </message>
  <message>
   <source>Now ({time}): {words}</source>
   <translation>现记（{time}）：{words}</translation>
  </message>
  <message>
   <source>One change is tried at a time.</source>
   <translation>一次只能试一项变更。</translation>
  </message>
  <message>
   <source>Only for matters in this place.</source>
   <translation>仅适用于该地点的诉求。</translation>
  </message>
  <message>
   <source>Only for matters of this kind.</source>
   <translation>仅适用于这种诉求。</translation>
  </message>
  <message>
   <source>Only of this person.</source>
   <translation>只列此人的。</translation>
  </message>
  <message>
   <source>Only pairs with this word on one side.</source>
   <translation>只列出含有这个词的词对。</translation>
  </message>
  <message>
   <source>Only rows in which this unit leads or takes part.</source>
   <translation>仅列该单位主办或协办的行。</translation>
  </message>
  <message>
   <source>Only say what would be done.</source>
   <translation>只说会怎样，不真的做。</translation>
  </message>
  <message>
   <source>Only say what would be taken and what refused.</source>
   <translation>只说明将收哪些、不收哪些，不保存。</translation>
  </message>
  <message>
   <source>Only this set; default all.</source>
   <translation>只用这个问题集；默认全部。</translation>
  </message>
  <message>
   <source>Only those whose limit has passed.</source>
   <translation>只列超期的。</translation>
  </message>
  <message>
   <source>Only those with such a request open.</source>
   <translation>仅列有此类待审申请的。</translation>
  </message>
  <message>
   <source>Open the window.</source>
   <translation>打开窗口。</translation>
  </message>
  <message>
   <source>Option {name!r} does not take a value.</source>
   <translation>选项 {name!r} 不带值。</translation>
  </message>
  <message>
   <source>Option {name!r} requires an argument.</source>
   <translation>选项 {name!r} 要带一个值。</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>Own scripts: file or folder.</source>
   <translation>自有脚本：文件或文件夹。</translation>
  </message>
  <message>
   <source>Page {n} of {of}</source>
   <translation>第 {n} 页　共 {of} 页</translation>
  </message>
  <message>
   <source>Particulars</source>
   <translation>具体要素</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>事发地点</translation>
  </message>
  <message>
   <source>Places.</source>
   <translation>地名。</translation>
  </message>
  <message>
   <source>Play scripted calls; the same file twice adds nothing the second time.

With --learn the search learns at once, also from calls that were played before.</source>
   <translation>回放脚本来电；同一文件第二次回放不会再增加内容。

加 --learn 时检索随即学习，此前回放过的来电也算在内。</translation>
  </message>
  <message>
   <source>Played {played}: {new} new, {known} known; {tickets} tickets, {direct_answers} direct answers; {refused} refused.</source>
   <translation>回放 {played}：新 {new}，已有 {known}；工单 {tickets}，即时答复 {direct_answers}；未收 {refused}。</translation>
  </message>
  <message>
   <source>Practice calls for newcomers.</source>
   <translation>新人练习电话。</translation>
  </message>
  <message>
   <source>Print JSON for programs.</source>
   <translation>输出 JSON，供程序使用。</translation>
  </message>
  <message>
   <source>Print the spoken form and say nothing.</source>
   <translation>只输出读法，不发声。</translation>
  </message>
  <message>
   <source>Propose at most three units for a ticket, each with its reasons.</source>
   <translation>为一件工单建议至多三个承办单位，附理由。</translation>
  </message>
  <message>
   <source>Publish an event card: matching calls show it first.</source>
   <translation>发布突发事件卡：相符的来电最先看到它。</translation>
  </message>
  <message>
   <source>Publish the drafts whose day has come, and make them findable.</source>
   <translation>发布到期的草稿，并让检索能找到。</translation>
  </message>
  <message>
   <source>Put a backup in the place of the store; the store before is kept beside it.

The search index is built anew. Where the store is damaged nobody can sign in: leave out
--user then.</source>
   <translation>用备份替换数据库，原数据库保留在旁边。

检索索引随后重建。数据库损坏时无法登录，请不要加 --user。</translation>
  </message>
  <message>
   <source>Question sets: what callers ask and the articles that are right for it.</source>
   <translation>问题集：来电人的问法和应当检索到的条目。</translation>
  </message>
  <message>
   <source>Questions: {done} of {of}</source>
   <translation>问题：{done} / {of}</translation>
  </message>
  <message>
   <source>Raise the secrecy of tickets.</source>
   <translation>提高工单的保密级别。</translation>
  </message>
  <message>
   <source>Readbacks</source>
   <translation>复述确认</translation>
  </message>
  <message>
   <source>Recompute every hash; compare chain, witness, views and triggers.</source>
   <translation>重算全部校验值，核对链、见证、视图和触发器。</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>原话记录</translation>
  </message>
  <message>
   <source>Record made</source>
   <translation>记录方式</translation>
  </message>
  <message>
   <source>Refuse what a unit asked for, with the reason.</source>
   <translation>不同意承办单位的申请，并说明理由。</translation>
  </message>
  <message>
   <source>Registered at</source>
   <translation>登记时间</translation>
  </message>
  <message>
   <source>Replace a file of that name.</source>
   <translation>覆盖同名文件。</translation>
  </message>
  <message>
   <source>Requests: {done} of {of}</source>
   <translation>诉求：{done} / {of}</translation>
  </message>
  <message>
   <source>Responsible units.</source>
   <translation>承办单位。</translation>
  </message>
  <message>
   <source>Restored. The store before is {path}.</source>
   <translation>已恢复。恢复前的库保存在 {path}。</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>办理结果</translation>
  </message>
  <message>
   <source>Return tickets that are not the unit's own, with reason, basis and a proposed unit.</source>
   <translation>退回不属本单位的工单，附理由、依据和转办建议。</translation>
  </message>
  <message>
   <source>Rules of the hotline.</source>
   <translation>热线规则。</translation>
  </message>
  <message>
   <source>SHA-256 of the data</source>
   <translation>数据校验值（SHA-256）</translation>
  </message>
  <message>
   <source>Sample staff, starter content, a month of calls.</source>
   <translation>示例人员、初始内容、一个月的来电。</translation>
  </message>
  <message>
   <source>Say a text as it is read back to a caller; TEXT - reads standard input.</source>
   <translation>按向来电人复述的读法读出一段文字；TEXT 为 - 时读标准输入。</translation>
  </message>
  <message>
   <source>Seal {n}</source>
   <translation>封存 {n}</translation>
  </message>
  <message>
   <source>Seals</source>
   <translation>封存</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>座席</translation>
  </message>
  <message>
   <source>Send answered tickets to the unit once more.</source>
   <translation>将已答复的工单退回重办。</translation>
  </message>
  <message>
   <source>Several times.</source>
   <translation>可重复。</translation>
  </message>
  <message>
   <source>Show days off and moved working days of a year, and where it is from.</source>
   <translation>显示某一年的放假、调休上班日期及其来源。</translation>
  </message>
  <message>
   <source>Show every rule with its source and the day it holds from.</source>
   <translation>列出每条规则及其出处和生效日。</translation>
  </message>
  <message>
   <source>Show one call: class and rule, statements, answers, told articles.</source>
   <translation>显示一个来电：类别和规则、语句、答复、已告知条目。</translation>
  </message>
  <message>
   <source>Show one card with its versions and the tickets that joined it.</source>
   <translation>显示一张突发事件卡、其各版本和并入的工单。</translation>
  </message>
  <message>
   <source>Show one ticket with record, answers, seals and events.</source>
   <translation>显示一张工单：记录、答复、封存、经过。</translation>
  </message>
  <message>
   <source>Show the calls of these local days, broken down.

By kind matters are counted, by everything else calls.</source>
   <translation>按所选维度统计这些天的来电。

按类型（kind）统计的是诉求，其余统计来电。</translation>
  </message>
  <message>
   <source>Show the version and exit.</source>
   <translation>显示版本后退出。</translation>
  </message>
  <message>
   <source>Show this message and exit.</source>
   <translation>显示本说明后退出。</translation>
  </message>
  <message>
   <source>Show why a ticket is due when it is: each stretch that counts, and whose time it was.</source>
   <translation>时限说明：逐段列出计时，以及各环节用时。</translation>
  </message>
  <message>
   <source>Sign tickets for the unit.</source>
   <translation>签收工单。</translation>
  </message>
  <message>
   <source>Signed for by</source>
   <translation>签收人</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>交办次数</translation>
  </message>
  <message>
   <source>Slip {number} · sent {time}</source>
   <translation>编号 {number}　·　派发时间 {time}</translation>
  </message>
  <message>
   <source>Solve an event: one answer for every open ticket that joined it.</source>
   <translation>事件已解决：给并入的每张未办结工单同一答复。</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>Stamp, date</source>
   <translation>单位（盖章）、日期</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>语句</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>诉求摘要</translation>
  </message>
  <message>
   <source>Summary and particulars</source>
   <translation>诉求摘要与要素</translation>
  </message>
  <message>
   <source>Supervise tickets, as a lead.</source>
   <translation>督办工单（班长）。</translation>
  </message>
  <message>
   <source>Supplement {n}</source>
   <translation>补充记录 {n}</translation>
  </message>
  <message>
   <source>Take a question out of its set.</source>
   <translation>把问题从问题集中移除。</translation>
  </message>
  <message>
   <source>Take a row back; `catalogue list` names the rows.</source>
   <translation>撤回一行；行号见 `catalogue list`。</translation>
  </message>
  <message>
   <source>Take a synonym back.</source>
   <translation>撤回一条口语词。</translation>
  </message>
  <message>
   <source>Take articles in; every refused row is named with its reason.

Of several files, one that cannot be read as a whole is refused and the others are taken.</source>
   <translation>导入条目；没收的每一行都说明原因。

几个文件中有一个完全读不出时，只拒收它，其余照常导入。</translation>
  </message>
  <message>
   <source>Take back a whole import: every article gets the content it had before.

What was changed since stays and is named. ID: the beginning of one of `knowledge imports`.</source>
   <translation>撤销整批导入：每条知识恢复为导入前的内容。

此后又修改过的保持不动并逐条列出。ID：`knowledge imports` 所列编号的开头几位。</translation>
  </message>
  <message>
   <source>Take back your own last step, within 60 s.</source>
   <translation>60 秒内撤回本人的上一步操作。</translation>
  </message>
  <message>
   <source>Take nothing when anything is refused.</source>
   <translation>只要有一行被拒收，就一条也不导入。</translation>
  </message>
  <message>
   <source>Take places in: the project's own table, or those of the published division codes.</source>
   <translation>导入地名：本程序的表，或公布的行政区划代码表。</translation>
  </message>
  <message>
   <source>Take questions in from JSONL files; every refused row is named with its reason.</source>
   <translation>从 JSONL 文件导入问题；拒收的行逐一说明原因。</translation>
  </message>
  <message>
   <source>Take requests of another system in as tickets, with the steps they have behind them.

The same file twice adds nothing the second time. Every refused row is named with its reason,
and so is every row that contradicts itself.</source>
   <translation>把其他系统的诉求连同已办理的步骤导入为工单。

同一文件再次导入不会增加任何内容。未收的每一行都注明原因，
自相矛盾的行也逐行列出。</translation>
  </message>
  <message>
   <source>Take rows in: CSV category,place,kind,lead_unit,co_units,valid_from,valid_to.</source>
   <translation>导入各行：CSV category,place,kind,lead_unit,co_units,valid_from,valid_to。</translation>
  </message>
  <message>
   <source>Take synonyms in from JSONL files; every refused row is named with its reason.</source>
   <translation>从 JSONL 文件导入口语词；被拒收的每一行都注明原因。</translation>
  </message>
  <message>
   <source>Take units in: CSV code,name,short_name,kind,parent,areas.</source>
   <translation>导入承办单位：CSV，列为 code,name,short_name,kind,parent,areas。</translation>
  </message>
  <message>
   <source>Take whole years in: CSV date,name,is_off_day; days not named are ordinary.

A file with a refused row, or with a year that is known with other days, changes nothing. Open
tickets get the dates that the new days give.</source>
   <translation>导入整年工作日历：CSV date,name,is_off_day；未列出的日期按平日、周末处理。

文件中有被拒绝的行，或者某一年已有不同的日历时，该文件不作任何改动。在办工单按新的日历重新计算期限。</translation>
  </message>
  <message>
   <source>Take years that are known with other days.</source>
   <translation>以文件中的日历替换已有的不同日历。</translation>
  </message>
  <message>
   <source>Taken by</source>
   <translation>受理人员</translation>
  </message>
  <message>
   <source>The PDF file.</source>
   <translation>PDF 文件。</translation>
  </message>
  <message>
   <source>The caller</source>
   <translation>诉求人</translation>
  </message>
  <message>
   <source>The caller is anonymous: texts that would tell who called are left out; their commitments stand in their place.</source>
   <translation>诉求人匿名：能够辨认诉求人的文字不予载明，以承诺值代替。</translation>
  </message>
  <message>
   <source>The calls of one told-to list.</source>
   <translation>一份告知名单里的来电。</translation>
  </message>
  <message>
   <source>The desk's names for an input method.</source>
   <translation>供输入法使用的本席专用词。</translation>
  </message>
  <message>
   <source>The dispatch catalogue: which unit leads for a category, a place and a kind.</source>
   <translation>派单目录：哪类、哪地、哪种诉求由哪个单位主办。</translation>
  </message>
  <message>
   <source>The file to write, where it is not standard output.</source>
   <translation>写入的文件；不写则输出到标准输出。</translation>
  </message>
  <message>
   <source>The file to write.</source>
   <translation>写入的文件。</translation>
  </message>
  <message>
   <source>The file; else standard output.</source>
   <translation>写入的文件；不写则输出到标准输出。</translation>
  </message>
  <message>
   <source>The first day on which it no longer holds.</source>
   <translation>不再有效的第一天。</translation>
  </message>
  <message>
   <source>The first day on which the row holds.</source>
   <translation>该行有效的第一天。</translation>
  </message>
  <message>
   <source>The first day {first} is after the last {last}.</source>
   <translation>起始日 {first} 晚于截止日 {last}。</translation>
  </message>
  <message>
   <source>The input method.</source>
   <translation>哪种输入法。</translation>
  </message>
  <message>
   <source>The knowledge base.</source>
   <translation>知识库。</translation>
  </message>
  <message>
   <source>The least first.</source>
   <translation>从小到大。</translation>
  </message>
  <message>
   <source>The pair counts in any case; several times.</source>
   <translation>这一对始终起作用；可多次给出。</translation>
  </message>
  <message>
   <source>The pair counts no more, whatever is learned; several times.</source>
   <translation>这一对不再起作用，以后学到也一样；可多次给出。</translation>
  </message>
  <message>
   <source>The pair is again as it was learned; several times.</source>
   <translation>这一对恢复为学到时的样子；可多次给出。</translation>
  </message>
  <message>
   <source>The person's name.</source>
   <translation>姓名。</translation>
  </message>
  <message>
   <source>The right category.</source>
   <translation>正确的分类。</translation>
  </message>
  <message>
   <source>The rows that hold on this day; default all.</source>
   <translation>当日有效的行；默认全部。</translation>
  </message>
  <message>
   <source>The rules of the hotline.</source>
   <translation>热线规则。</translation>
  </message>
  <message>
   <source>The schema is at version {version}.</source>
   <translation>库结构为版本 {version}。</translation>
  </message>
  <message>
   <source>The sentence that callers are told.</source>
   <translation>告知来电人的话。</translation>
  </message>
  <message>
   <source>The set.</source>
   <translation>问题集。</translation>
  </message>
  <message>
   <source>The set; default the file's name.</source>
   <translation>问题集；默认用文件名。</translation>
  </message>
  <message>
   <source>The store.</source>
   <translation>数据库。</translation>
  </message>
  <message>
   <source>The ticket that leads.</source>
   <translation>主工单。</translation>
  </message>
  <message>
   <source>The told-to lists instead of calls.</source>
   <translation>列出告知名单，而不是来电。</translation>
  </message>
  <message>
   <source>The unit was designated.</source>
   <translation>该单位系指定承办。</translation>
  </message>
  <message>
   <source>The voice has failed ({code}); try again, or see: operator-desk doctor</source>
   <translation>语音出错（{code}）；请重试，或看：operator-desk doctor</translation>
  </message>
  <message>
   <source>The workstation for the people who answer public service hotlines.

Without a command the window opens.</source>
   <translation>政务服务热线受理员的工作台。

不写命令就打开窗口。</translation>
  </message>
  <message>
   <source>There is a desk in {folder} now.</source>
   <translation>{folder} 中的工作台已建好。</translation>
  </message>
  <message>
   <source>There is nothing in the text that could be said.</source>
   <translation>文字中没有可读出的内容。</translation>
  </message>
  <message>
   <source>This certificate holds personal texts. It is for the proceedings it was issued for; a masked one of the same record proves the same without them.</source>
   <translation>本件载有个人信息，仅供出具所为之事项使用；同一记录的遮蔽件不载明个人信息，证明效果相同。</translation>
  </message>
  <message>
   <source>This is a fault of the program: {fault}.</source>
   <translation>程序出错：{fault}。</translation>
  </message>
  <message>
   <source>This is a fault of the program; details in {file}.</source>
   <translation>程序出错，详情见 {file}。</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>工单编号</translation>
  </message>
  <message>
   <source>Tickets.</source>
   <translation>工单。</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>To</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>办理要求</translation>
  </message>
  <message>
   <source>Triggers</source>
   <translation>触发器</translation>
  </message>
  <message>
   <source>Try '{command} {option}' for help.</source>
   <translation>用法见：{command} {option}</translation>
  </message>
  <message>
   <source>Unit's stamp, date</source>
   <translation>单位盖章</translation>
  </message>
  <message>
   <source>Until when calls are shown the card, as 2026-11-23T20:00.</source>
   <translation>显示到何时，如 2026-11-23T20:00。</translation>
  </message>
  <message>
   <source>Until when; local time without an offset.</source>
   <translation>截止时间；不带时区的按本地时间。</translation>
  </message>
  <message>
   <source>Urgency</source>
   <translation>紧急程度</translation>
  </message>
  <message>
   <source>Usage:</source>
   <translation>用法：</translation>
  </message>
  <message>
   <source>Verify seals, links and texts of these tickets, of all, or of certificates in PDF files.

A certificate needs no store; where there is one that has the ticket, it is asked too.</source>
   <translation>校验指定工单、全部工单或 PDF 封存证明的封存、链接和原文。

校验封存证明不需要数据库；有该工单的数据库时，一并比对。</translation>
  </message>
  <message>
   <source>Voice</source>
   <translation>语音</translation>
  </message>
  <message>
   <source>What a row is for.</source>
   <translation>每行统计什么。</translation>
  </message>
  <message>
   <source>What all who reported it are told.</source>
   <translation>答复所有反映人的话。</translation>
  </message>
  <message>
   <source>What happened, in a few words.</source>
   <translation>发生了什么，几个字。</translation>
  </message>
  <message>
   <source>What is in force on this day; default today.</source>
   <translation>按这一天是否有效，默认今天。</translation>
  </message>
  <message>
   <source>What is in force on this day; with --repeal its day.</source>
   <translation>以这一天的有效内容为准；与 --repeal 同用时为废止日。</translation>
  </message>
  <message>
   <source>What is to be said of it.</source>
   <translation>说明。</translation>
  </message>
  <message>
   <source>What stands on the command line is not a text in UTF-8.</source>
   <translation>命令行不是 UTF-8 文本。</translation>
  </message>
  <message>
   <source>What the caller was told.</source>
   <translation>告知来电人的内容。</translation>
  </message>
  <message>
   <source>What they go by.</source>
   <translation>排序依据。</translation>
  </message>
  <message>
   <source>What was said, names and numbers are not shown. In their place stands a commitment: the SHA-256 of a random salt and the text (here its first and last eight digits, whole in the data). It tells nothing of the text; whoever is given salt and text can prove that this very text was sealed.</source>
   <translation>原话、姓名、号码不予显示，以承诺值代替：承诺值是随机盐与原文的 SHA-256 值（本件显示首尾各八位，全值在所附数据中），由其不能得知原文；取得盐与原文的，可以证明封存的正是该文字。</translation>
  </message>
  <message>
   <source>When it happened, for a step entered after the fact.</source>
   <translation>实际发生时间（补记）。</translation>
  </message>
  <message>
   <source>Where the ticket stands.</source>
   <translation>工单状态。</translation>
  </message>
  <message>
   <source>Where: the code of a place, or names of roads and places, parted by 、 or ;</source>
   <translation>地点：区划代码，或路名、地名，用、或 ; 隔开</translation>
  </message>
  <message>
   <source>Whether the caller is satisfied with the hotline.</source>
   <translation>来电人对热线是否满意。</translation>
  </message>
  <message>
   <source>Whether the caller is satisfied with the unit.</source>
   <translation>来电人对承办单位是否满意。</translation>
  </message>
  <message>
   <source>Whether the caller was contacted.</source>
   <translation>是否与来电人联系。</translation>
  </message>
  <message>
   <source>Whether the matter is solved.</source>
   <translation>诉求是否解决。</translation>
  </message>
  <message>
   <source>Which column is what: a file, or the name of a shipped map.</source>
   <translation>哪一列是什么：对照文件，或随附对照表的名称。</translation>
  </message>
  <message>
   <source>Which request is decided, when several are open.</source>
   <translation>有多项待审申请时，审核哪一项。</translation>
  </message>
  <message>
   <source>Who acts; the password: OPERATOR_DESK_PASSWORD or standard input.</source>
   <translation>以谁的身份；密码来自 OPERATOR_DESK_PASSWORD 或标准输入。</translation>
  </message>
  <message>
   <source>Whole in itself. Another version or machine made the pages: their words were compared, not every stroke.</source>
   <translation>证明自身完整一致。页面由其他版本或其他计算机生成：只比对了文字，未逐笔比对。</translation>
  </message>
  <message>
   <source>Whole in itself: data, texts, seals, and every stroke of the pages.</source>
   <translation>证明自身完整一致：数据、原文、封存，以及页面上的每一笔。</translation>
  </message>
  <message>
   <source>Why; kept with the row.</source>
   <translation>原因，随行保存。</translation>
  </message>
  <message>
   <source>With --lists also those that are done.</source>
   <translation>与 --lists 同用：连已办完的名单也列出。</translation>
  </message>
  <message>
   <source>With the texts and their salts, for who may.</source>
   <translation>载明原文和盐，限有权者。</translation>
  </message>
  <message>
   <source>Withdraw a card; tickets that joined it go their own way.</source>
   <translation>撤下突发事件卡；并入的工单各自照常办理。</translation>
  </message>
  <message>
   <source>Withdraw tickets, as their callers wish.</source>
   <translation>按来电人要求撤诉。</translation>
  </message>
  <message>
   <source>Witness</source>
   <translation>见证</translation>
  </message>
  <message>
   <source>Words of number, title, place or category.</source>
   <translation>编号、标题、地点或分类中的字词。</translation>
  </message>
  <message>
   <source>Working days</source>
   <translation>工作日历</translation>
  </message>
  <message>
   <source>Working days of years.</source>
   <translation>各年工作日历。</translation>
  </message>
  <message>
   <source>Write all articles into a JSONL file that can be imported again.</source>
   <translation>把全部条目写成 JSONL 文件，可再导入。</translation>
  </message>
  <message>
   <source>Write streets, communities, units, laws, services and bodies as a dictionary.</source>
   <translation>把街道、社区、单位、法规、事项和机构名称导出为输入法词库。</translation>
  </message>
  <message>
   <source>Write the certificate of a sealed record as a PDF file that can be verified anywhere.</source>
   <translation>将封存记录的证明写成可随处校验的 PDF 文件。</translation>
  </message>
  <message>
   <source>Write the dispatch slip of a ticket as a PDF file.</source>
   <translation>把工单的交办单写成 PDF 文件。</translation>
  </message>
  <message>
   <source>Write the n-th file of a ticket; it is never opened.</source>
   <translation>把工单的第 n 个附件写成文件；程序不会打开它。</translation>
  </message>
  <message>
   <source>Write the questions into a JSONL file that can be imported again.</source>
   <translation>把问题写入 JSONL 文件，可再次导入。</translation>
  </message>
  <message>
   <source>Write the sound into this file and say nothing.</source>
   <translation>把声音写入该文件，不发声。</translation>
  </message>
  <message>
   <source>Years: added {added}, changed {changed}, unchanged {unchanged}; {tickets} open tickets have new dates.</source>
   <translation>年份：新增 {added}，更改 {changed}，未变 {unchanged}；{tickets} 件在办工单重新计算了期限。</translation>
  </message>
  <message>
   <source>[erased] {short}</source>
   <translation>〔已删除〕{short}</translation>
  </message>
  <message>
   <source>[left out: anonymous] {short}</source>
   <translation>〔匿名，不载明〕{short}</translation>
  </message>
  <message>
   <source>[masked] {short}</source>
   <translation>〔已遮蔽〕{short}</translation>
  </message>
  <message>
   <source>[withdrawn]</source>
   <translation>〔已撤回〕</translation>
  </message>
  <message>
   <source>a certificate holds nothing like this</source>
   <translation>封存证明中不应有此内容</translation>
  </message>
  <message>
   <source>a masked certificate shows a text</source>
   <translation>遮蔽件中出现了原文</translation>
  </message>
  <message>
   <source>a readback of this record is missing</source>
   <translation>缺少该记录的一次复述</translation>
  </message>
  <message>
   <source>a row that is named is not in the certificate: {row}</source>
   <translation>证明中缺少被引用的行：{row}</translation>
  </message>
  <message>
   <source>a seal of this record is missing</source>
   <translation>缺少该记录的一次封存</translation>
  </message>
  <message>
   <source>a version of this form is missing</source>
   <translation>缺少该表单的一个版本</translation>
  </message>
  <message>
   <source>a wording of this statement is missing</source>
   <translation>缺少该语句的一次记录</translation>
  </message>
  <message>
   <source>abandoned</source>
   <translation>放弃</translation>
  </message>
  <message>
   <source>action</source>
   <translation>操作</translation>
  </message>
  <message>
   <source>added</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>admin</source>
   <translation>管理员</translation>
  </message>
  <message>
   <source>after</source>
   <translation>变更后</translation>
  </message>
  <message>
   <source>after the call, from paper</source>
   <translation>话后据纸质记录补录</translation>
  </message>
  <message>
   <source>after_call</source>
   <translation>补录</translation>
  </message>
  <message>
   <source>after_call_entry</source>
   <translation>补录</translation>
  </message>
  <message>
   <source>after_call_mean_s</source>
   <translation>平均整理秒数</translation>
  </message>
  <message>
   <source>after_call_s</source>
   <translation>整理秒数</translation>
  </message>
  <message>
   <source>an account of the computer</source>
   <translation>本机账户</translation>
  </message>
  <message>
   <source>an item of the seal cannot be read</source>
   <translation>封存中有一项无法读取</translation>
  </message>
  <message>
   <source>anonymous</source>
   <translation>匿名</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>答复</translation>
  </message>
  <message>
   <source>answer by</source>
   <translation>办理时限</translation>
  </message>
  <message>
   <source>answer_joint</source>
   <translation>统一答复</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>已答复</translation>
  </message>
  <message>
   <source>answered at once</source>
   <translation>即时答复，无需复述</translation>
  </message>
  <message>
   <source>answers</source>
   <translation>复述答复</translation>
  </message>
  <message>
   <source>article: {title}</source>
   <translation>知识：{title}</translation>
  </message>
  <message>
   <source>articles</source>
   <translation>条目</translation>
  </message>
  <message>
   <source>as {count} similar tickets</source>
   <translation>与 {count} 件相似工单相同</translation>
  </message>
  <message>
   <source>at</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>attachment</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>attachments</source>
   <translation>附件</translation>
  </message>
  <message>
   <source>auditor</source>
   <translation>审计员</translation>
  </message>
  <message>
   <source>before</source>
   <translation>变更前</translation>
  </message>
  <message>
   <source>begins_at</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>by</source>
   <translation>经办</translation>
  </message>
  <message>
   <source>by another system, without a call</source>
   <translation>由其他系统转入，无来电</translation>
  </message>
  <message>
   <source>call</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>callback</source>
   <translation>回拨</translation>
  </message>
  <message>
   <source>called</source>
   <translation>已回拨</translation>
  </message>
  <message>
   <source>caller's limit</source>
   <translation>回复时限</translation>
  </message>
  <message>
   <source>caller_address</source>
   <translation>来电人地址</translation>
  </message>
  <message>
   <source>caller_due_at</source>
   <translation>诉求人时限</translation>
  </message>
  <message>
   <source>caller_name</source>
   <translation>来电人</translation>
  </message>
  <message>
   <source>calls</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>cannot be read: {error}</source>
   <translation>无法读取：{error}</translation>
  </message>
  <message>
   <source>card</source>
   <translation>卡片</translation>
  </message>
  <message>
   <source>category</source>
   <translation>分类</translation>
  </message>
  <message>
   <source>change</source>
   <translation>批量修改</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>仅更改</translation>
  </message>
  <message>
   <source>class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>已归档</translation>
  </message>
  <message>
   <source>co-operating unit</source>
   <translation>协办</translation>
  </message>
  <message>
   <source>co_units</source>
   <translation>协办单位</translation>
  </message>
  <message>
   <source>complaint</source>
   <translation>投诉</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>已确认</translation>
  </message>
  <message>
   <source>connected</source>
   <translation>接通</translation>
  </message>
  <message>
   <source>contact</source>
   <translation>电话簿</translation>
  </message>
  <message>
   <source>copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>已更正</translation>
  </message>
  <message>
   <source>corrected_to</source>
   <translation>更正为</translation>
  </message>
  <message>
   <source>correction</source>
   <translation>更正回拨</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>计入</translation>
  </message>
  <message>
   <source>day</source>
   <translation>日</translation>
  </message>
  <message>
   <source>day off</source>
   <translation>放假</translation>
  </message>
  <message>
   <source>day_is</source>
   <translation>性质</translation>
  </message>
  <message>
   <source>dead_successor</source>
   <translation>后继不存在</translation>
  </message>
  <message>
   <source>declined</source>
   <translation>不予确认</translation>
  </message>
  <message>
   <source>deemed_satisfied</source>
   <translation>默认满意</translation>
  </message>
  <message>
   <source>default: {default}</source>
   <translation>默认：{default}</translation>
  </message>
  <message>
   <source>detail</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>differs from the facts; run: operator-desk store rebuild</source>
   <translation>与原始记录不一致，请运行：operator-desk store rebuild</translation>
  </message>
  <message>
   <source>direct_answer</source>
   <translation>即时答复</translation>
  </message>
  <message>
   <source>direct_answers</source>
   <translation>即时答复</translation>
  </message>
  <message>
   <source>direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>disabled</source>
   <translation>停用</translation>
  </message>
  <message>
   <source>dispatch catalogue: {row}</source>
   <translation>派单目录：{row}</translation>
  </message>
  <message>
   <source>dispatched</source>
   <translation>已派单</translation>
  </message>
  <message>
   <source>dispatcher</source>
   <translation>派单员</translation>
  </message>
  <message>
   <source>does not follow the link before</source>
   <translation>与前一环不衔接</translation>
  </message>
  <message>
   <source>does not follow the seal before</source>
   <translation>与前一次封存不衔接</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已办</translation>
  </message>
  <message>
   <source>dropped</source>
   <translation>通话中断</translation>
  </message>
  <message>
   <source>duplicate</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>during the call</source>
   <translation>通话中实时记录</translation>
  </message>
  <message>
   <source>editor</source>
   <translation>知识库管理员</translation>
  </message>
  <message>
   <source>effective</source>
   <translation>生效</translation>
  </message>
  <message>
   <source>element</source>
   <translation>要素</translation>
  </message>
  <message>
   <source>elements</source>
   <translation>要素</translation>
  </message>
  <message>
   <source>emergency</source>
   <translation>紧急</translation>
  </message>
  <message>
   <source>ended_at</source>
   <translation>结束时间</translation>
  </message>
  <message>
   <source>entry</source>
   <translation>录入方式</translation>
  </message>
  <message>
   <source>events</source>
   <translation>经过</translation>
  </message>
  <message>
   <source>export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <source>fall-back: the catalogue has no row for this category</source>
   <translation>兜底：派单目录没有该类别的行</translation>
  </message>
  <message>
   <source>falls_out</source>
   <translation>跌出前十</translation>
  </message>
  <message>
   <source>faq</source>
   <translation>常见问答</translation>
  </message>
  <message>
   <source>fault</source>
   <translation>故障</translation>
  </message>
  <message>
   <source>faults</source>
   <translation>故障</translation>
  </message>
  <message>
   <source>field</source>
   <translation>栏目</translation>
  </message>
  <message>
   <source>file</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>first</source>
   <translation>第 1 次交办</translation>
  </message>
  <message>
   <source>follow_up</source>
   <translation>回访</translation>
  </message>
  <message>
   <source>full</source>
   <translation>全文件</translation>
  </message>
  <message>
   <source>full: with the texts</source>
   <translation>全文件（载明原文）</translation>
  </message>
  <message>
   <source>gist</source>
   <translation>大意</translation>
  </message>
  <message>
   <source>gist readback</source>
   <translation>要点复述</translation>
  </message>
  <message>
   <source>gold</source>
   <translation>正确条目</translation>
  </message>
  <message>
   <source>guided</source>
   <translation>引导</translation>
  </message>
  <message>
   <source>guided_to</source>
   <translation>引导至</translation>
  </message>
  <message>
   <source>hash</source>
   <translation>校验值</translation>
  </message>
  <message>
   <source>holder</source>
   <translation>环节</translation>
  </message>
  <message>
   <source>holder_due_at</source>
   <translation>承办时限</translation>
  </message>
  <message>
   <source>hour</source>
   <translation>时</translation>
  </message>
  <message>
   <source>id</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>imported</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>in</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>in a practice call, not a real one</source>
   <translation>练习来电，非真实来电</translation>
  </message>
  <message>
   <source>in_hand</source>
   <translation>办理中</translation>
  </message>
  <message>
   <source>inbound</source>
   <translation>来电</translation>
  </message>
  <message>
   <source>inquiry</source>
   <translation>咨询</translation>
  </message>
  <message>
   <source>is above {least}, the last number of the day</source>
   <translation>大于当日最后一个编号 {least}</translation>
  </message>
  <message>
   <source>is below {least}, the last number of the day</source>
   <translation>小于当日最后一个编号 {least}</translation>
  </message>
  <message>
   <source>is missing or empty</source>
   <translation>缺失或为空</translation>
  </message>
  <message>
   <source>is missing or says nothing of desk {desk}</source>
   <translation>缺失，或其中没有工作台 {desk} 的记录</translation>
  </message>
  <message>
   <source>is missing; run: operator-desk store rebuild</source>
   <translation>缺失，请运行：operator-desk store rebuild</translation>
  </message>
  <message>
   <source>is none of this program</source>
   <translation>不是本程序的</translation>
  </message>
  <message>
   <source>item</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>its first lines of desk {desk} were removed</source>
   <translation>其中工作台 {desk} 的开头几行被删除</translation>
  </message>
  <message>
   <source>its link does not follow the link before</source>
   <translation>其链环与前一环不衔接</translation>
  </message>
  <message>
   <source>its link stands at no place of a chain</source>
   <translation>其链接不在链上的任何位置</translation>
  </message>
  <message>
   <source>its link stands in the chain of another desk</source>
   <translation>其链环在另一工作台的链上</translation>
  </message>
  <message>
   <source>join_event</source>
   <translation>并入突发事件</translation>
  </message>
  <message>
   <source>joined</source>
   <translation>并入工单</translation>
  </message>
  <message>
   <source>jsonl, csv, xlsx, contacts or law.</source>
   <translation>jsonl、csv、xlsx、contacts 或 law。</translation>
  </message>
  <message>
   <source>key</source>
   <translation>条目</translation>
  </message>
  <message>
   <source>keywords</source>
   <translation>关键词</translation>
  </message>
  <message>
   <source>keywords: {words}</source>
   <translation>关键词：{words}</translation>
  </message>
  <message>
   <source>kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>last</source>
   <translation>上次</translation>
  </message>
  <message>
   <source>late</source>
   <translation>超期</translation>
  </message>
  <message>
   <source>lay</source>
   <translation>口语词</translation>
  </message>
  <message>
   <source>lead</source>
   <translation>班长</translation>
  </message>
  <message>
   <source>lead unit</source>
   <translation>主办</translation>
  </message>
  <message>
   <source>lead_unit</source>
   <translation>主办单位</translation>
  </message>
  <message>
   <source>learned</source>
   <translation>学到</translation>
  </message>
  <message>
   <source>left_out</source>
   <translation>略去</translation>
  </message>
  <message>
   <source>level</source>
   <translation>难度</translation>
  </message>
  <message>
   <source>links are missing or numbered anew</source>
   <translation>链环缺失或被重新编号</translation>
  </message>
  <message>
   <source>list</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>live</source>
   <translation>实时</translation>
  </message>
  <message>
   <source>local time of {zone}</source>
   <translation>均为 {zone} 当地时间</translation>
  </message>
  <message>
   <source>local_day</source>
   <translation>当地日</translation>
  </message>
  <message>
   <source>login</source>
   <translation>账号</translation>
  </message>
  <message>
   <source>long_term</source>
   <translation>挂账</translation>
  </message>
  <message>
   <source>manual</source>
   <translation>人工</translation>
  </message>
  <message>
   <source>mark</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>masked</source>
   <translation>遮蔽件</translation>
  </message>
  <message>
   <source>masked: without the texts</source>
   <translation>遮蔽件（不载明原文）</translation>
  </message>
  <message>
   <source>matters</source>
   <translation>诉求</translation>
  </message>
  <message>
   <source>media</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>缺</translation>
  </message>
  <message>
   <source>missing or changed</source>
   <translation>缺失或被改动</translation>
  </message>
  <message>
   <source>mode</source>
   <translation>方式</translation>
  </message>
  <message>
   <source>month</source>
   <translation>月</translation>
  </message>
  <message>
   <source>moved working day</source>
   <translation>调休上班</translation>
  </message>
  <message>
   <source>name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>names: {words}</source>
   <translation>名称：{words}</translation>
  </message>
  <message>
   <source>new_versions</source>
   <translation>更新</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no fact names this text</source>
   <translation>没有任何记录引用这段文字</translation>
  </message>
  <message>
   <source>no readback</source>
   <translation>未复述</translation>
  </message>
  <message>
   <source>no readback was begun</source>
   <translation>未开始复述</translation>
  </message>
  <message>
   <source>no row of the certificate names this text</source>
   <translation>证明中没有行引用该文字</translation>
  </message>
  <message>
   <source>no witness was there</source>
   <translation>无见证记录</translation>
  </message>
  <message>
   <source>no. {n}, begun {time}: {scope}, {mode}</source>
   <translation>第 {n} 次，{time} 开始：{scope}，{mode}</translation>
  </message>
  <message>
   <source>no. {n}: secrecy was raised, slip {before} is withdrawn</source>
   <translation>第 {n} 次：保密等级提高，第 {before} 次交办单收回作废</translation>
  </message>
  <message>
   <source>no. {n}: takes the place of slip {before}</source>
   <translation>第 {n} 次：改派，代替第 {before} 次</translation>
  </message>
  <message>
   <source>no. {n}: to be handled again</source>
   <translation>第 {n} 次：重新办理</translation>
  </message>
  <message>
   <source>no_call</source>
   <translation>系统转入（非来电）</translation>
  </message>
  <message>
   <source>no_calls</source>
   <translation>系统转入</translation>
  </message>
  <message>
   <source>no_number</source>
   <translation>无号码</translation>
  </message>
  <message>
   <source>no_source</source>
   <translation>无来源</translation>
  </message>
  <message>
   <source>no_successor</source>
   <translation>无后继</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>一般</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>未提供</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>未复述</translation>
  </message>
  <message>
   <source>not sealed</source>
   <translation>未封存</translation>
  </message>
  <message>
   <source>not_needed</source>
   <translation>无需回拨</translation>
  </message>
  <message>
   <source>not_reached</source>
   <translation>未接通</translation>
  </message>
  <message>
   <source>not_read</source>
   <translation>未复述</translation>
  </message>
  <message>
   <source>note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>nothing joins this record to the ticket</source>
   <translation>该记录与工单没有关联</translation>
  </message>
  <message>
   <source>nuisance</source>
   <translation>骚扰</translation>
  </message>
  <message>
   <source>number</source>
   <translation>号码</translation>
  </message>
  <message>
   <source>of</source>
   <translation>应办</translation>
  </message>
  <message>
   <source>official</source>
   <translation>规范用语</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>open</source>
   <translation>公开</translation>
  </message>
  <message>
   <source>operator</source>
   <translation>受理员</translation>
  </message>
  <message>
   <source>out</source>
   <translation>呼出</translation>
  </message>
  <message>
   <source>out_of_scope</source>
   <translation>非受理范围</translation>
  </message>
  <message>
   <source>outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>over</source>
   <translation>已到期</translation>
  </message>
  <message>
   <source>password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>phrase</source>
   <translation>用语</translation>
  </message>
  <message>
   <source>pinned</source>
   <translation>已固定</translation>
  </message>
  <message>
   <source>place</source>
   <translation>事发地</translation>
  </message>
  <message>
   <source>place_code</source>
   <translation>地名代码</translation>
  </message>
  <message>
   <source>praise</source>
   <translation>表扬</translation>
  </message>
  <message>
   <source>print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>probability</source>
   <translation>概率</translation>
  </message>
  <message>
   <source>procedure</source>
   <translation>办事指南</translation>
  </message>
  <message>
   <source>published</source>
   <translation>已发布</translation>
  </message>
  <message>
   <source>purpose</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>quality</source>
   <translation>质检员</translation>
  </message>
  <message>
   <source>question</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>questions</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>rank</source>
   <translation>名次</translation>
  </message>
  <message>
   <source>rated</source>
   <translation>已评价</translation>
  </message>
  <message>
   <source>read by the machine's voice</source>
   <translation>语音朗读</translation>
  </message>
  <message>
   <source>read by the operator</source>
   <translation>受理人员朗读</translation>
  </message>
  <message>
   <source>reason</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>record</source>
   <translation>原话记录</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒收</translation>
  </message>
  <message>
   <source>register</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>registered</source>
   <translation>已登记</translation>
  </message>
  <message>
   <source>registered_at</source>
   <translation>登记时间</translation>
  </message>
  <message>
   <source>regulation</source>
   <translation>政策法规</translation>
  </message>
  <message>
   <source>repealed</source>
   <translation>已废止</translation>
  </message>
  <message>
   <source>report</source>
   <translation>举报</translation>
  </message>
  <message>
   <source>request</source>
   <translation>求助</translation>
  </message>
  <message>
   <source>required</source>
   <translation>必填</translation>
  </message>
  <message>
   <source>return by</source>
   <translation>退单时限</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>已退单</translation>
  </message>
  <message>
   <source>reveal</source>
   <translation>显示完整号码</translation>
  </message>
  <message>
   <source>review_overdue</source>
   <translation>逾期未核</translation>
  </message>
  <message>
   <source>right_version</source>
   <translation>正确版本</translation>
  </message>
  <message>
   <source>roles</source>
   <translation>角色</translation>
  </message>
  <message>
   <source>row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>rule</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>same category: {category}</source>
   <translation>同类别：{category}</translation>
  </message>
  <message>
   <source>same number</source>
   <translation>同号码</translation>
  </message>
  <message>
   <source>same place</source>
   <translation>同地点</translation>
  </message>
  <message>
   <source>says</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>scope</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>score</source>
   <translation>得分</translation>
  </message>
  <message>
   <source>seal {n}: {answer}</source>
   <translation>封存 {n}：{answer}</translation>
  </message>
  <message>
   <source>seals</source>
   <translation>封存</translation>
  </message>
  <message>
   <source>second_call</source>
   <translation>二次来电</translation>
  </message>
  <message>
   <source>secrecy</source>
   <translation>保密</translation>
  </message>
  <message>
   <source>secret</source>
   <translation>保密</translation>
  </message>
  <message>
   <source>set</source>
   <translation>问题集</translation>
  </message>
  <message>
   <source>sha256</source>
   <translation>SHA-256 校验值</translation>
  </message>
  <message>
   <source>sign by</source>
   <translation>签收时限</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签收</translation>
  </message>
  <message>
   <source>silent</source>
   <translation>无声</translation>
  </message>
  <message>
   <source>size</source>
   <translation>字节数</translation>
  </message>
  <message>
   <source>slip</source>
   <translation>交办单</translation>
  </message>
  <message>
   <source>snippet</source>
   <translation>摘录</translation>
  </message>
  <message>
   <source>solved</source>
   <translation>已解决</translation>
  </message>
  <message>
   <source>something is drawn on the page that is no word of the data</source>
   <translation>页面上有数据之外的图形</translation>
  </message>
  <message>
   <source>source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>stands_for</source>
   <translation>对应</translation>
  </message>
  <message>
   <source>started_at</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>state</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>statement</source>
   <translation>语句</translation>
  </message>
  <message>
   <source>statements</source>
   <translation>语句</translation>
  </message>
  <message>
   <source>struck</source>
   <translation>已剔除</translation>
  </message>
  <message>
   <source>suggestion</source>
   <translation>建议</translation>
  </message>
  <message>
   <source>summary</source>
   <translation>诉求摘要</translation>
  </message>
  <message>
   <source>supplement {n}</source>
   <translation>补充记录 {n}</translation>
  </message>
  <message>
   <source>taken over from another record</source>
   <translation>由其他记录导入</translation>
  </message>
  <message>
   <source>talk_mean_s</source>
   <translation>平均通话秒数</translation>
  </message>
  <message>
   <source>talk_s</source>
   <translation>通话秒数</translation>
  </message>
  <message>
   <source>test</source>
   <translation>测试</translation>
  </message>
  <message>
   <source>tests</source>
   <translation>测试来电</translation>
  </message>
  <message>
   <source>that nothing was made anew: whoever owns database and witness can re-make every hash. Hold the seals and the head against a copy that somebody else has kept. Times are those of the desk's clock. A seal shows what was written down and answered, not that it was said.</source>
   <translation>未经重新制作：同时掌握数据库和见证记录者可以重做全部校验值，请将封存校验值和链头与他处保存的副本核对。时间以座席计算机时钟为准。封存表明记录和应答的内容，不表明通话中确曾如此陈述。</translation>
  </message>
  <message>
   <source>that statements, answers and corrections are those that the seals cover, in this order; that a text shown is the one that was sealed; that the pages say what the data says.</source>
   <translation>语句、复述结果和更正即为封存所及的内容，次序一致；载明的文字即为封存的文字；页面与所附数据一致。</translation>
  </message>
  <message>
   <source>the answer points at a wrong row</source>
   <translation>应答指向了错误的行</translation>
  </message>
  <message>
   <source>the calls are not those of the records</source>
   <translation>通话与记录不符</translation>
  </message>
  <message>
   <source>the chain ends at {length}, the witness saw {seen}: its tail was cut</source>
   <translation>链止于 {length}，而见证文件见过 {seen}：链尾被截断</translation>
  </message>
  <message>
   <source>the chain is another one than the witness saw</source>
   <translation>这条链与见证文件见过的不是同一条</translation>
  </message>
  <message>
   <source>the chain is gone</source>
   <translation>链已不在</translation>
  </message>
  <message>
   <source>the code of this desk is not {desk}</source>
   <translation>本工作台的代码不是 {desk}</translation>
  </message>
  <message>
   <source>the data makes {wanted} pages, the file has {found}</source>
   <translation>按数据应为 {wanted} 页，文件有 {found} 页</translation>
  </message>
  <message>
   <source>the head is not that of these rows</source>
   <translation>链头与各行不符</translation>
  </message>
  <message>
   <source>the line cannot be read</source>
   <translation>该行无法读取</translation>
  </message>
  <message>
   <source>the link names no row</source>
   <translation>链环没有指明记录</translation>
  </message>
  <message>
   <source>the page holds {name}, which a certificate has not</source>
   <translation>页面中有封存证明没有的 {name}</translation>
  </message>
  <message>
   <source>the page says something else than the data</source>
   <translation>页面文字与数据不一致</translation>
  </message>
  <message>
   <source>the row has no link in the chain</source>
   <translation>该记录在链上没有链环</translation>
  </message>
  <message>
   <source>the row is of another record</source>
   <translation>该行属于另一份记录</translation>
  </message>
  <message>
   <source>the row stands twice</source>
   <translation>该行重复</translation>
  </message>
  <message>
   <source>the row that was read was removed</source>
   <translation>复述过的记录被删除</translation>
  </message>
  <message>
   <source>the row was added by something else: it has no link in the chain</source>
   <translation>该记录由其他程序加入：链上没有它的链环</translation>
  </message>
  <message>
   <source>the row was changed</source>
   <translation>该记录被改动</translation>
  </message>
  <message>
   <source>the row was changed: {error}</source>
   <translation>该记录被改动：{error}</translation>
  </message>
  <message>
   <source>the row was removed</source>
   <translation>该记录被删除</translation>
  </message>
  <message>
   <source>the rows are not in the order of the chain</source>
   <translation>各行次序与链不符</translation>
  </message>
  <message>
   <source>the seal cannot be read</source>
   <translation>封存无法读取</translation>
  </message>
  <message>
   <source>the seal does not fit its contents</source>
   <translation>封存与其内容不符</translation>
  </message>
  <message>
   <source>the seal is of another desk</source>
   <translation>封存属于另一座席</translation>
  </message>
  <message>
   <source>the seal names another head than its link</source>
   <translation>封存所记链头与其链接不符</translation>
  </message>
  <message>
   <source>the sealed answer {row} is about something else</source>
   <translation>封存的应答 {row} 与封存项不符</translation>
  </message>
  <message>
   <source>the sealed row was removed</source>
   <translation>已封存的记录被删除</translation>
  </message>
  <message>
   <source>the sealed row {row} is not as it was sealed</source>
   <translation>已封存的记录 {row} 与封存时不同</translation>
  </message>
  <message>
   <source>the sealed row {row} is of another record</source>
   <translation>封存的行 {row} 属于另一份记录</translation>
  </message>
  <message>
   <source>the store has another row in its place</source>
   <translation>数据库中该位置是另一行</translation>
  </message>
  <message>
   <source>the store has no such row</source>
   <translation>数据库中没有该行</translation>
  </message>
  <message>
   <source>the store has this row, the certificate has not</source>
   <translation>数据库中有该行，证明中没有</translation>
  </message>
  <message>
   <source>the store is damaged: verify the ticket</source>
   <translation>数据库已损坏，请校验该工单</translation>
  </message>
  <message>
   <source>the store's chain is another one there</source>
   <translation>数据库的链在此处不同</translation>
  </message>
  <message>
   <source>the text is not the one that was stored</source>
   <translation>该文字不是当时存入的文字</translation>
  </message>
  <message>
   <source>the text is said to be left out, and is not</source>
   <translation>称不载明的文字并未略去</translation>
  </message>
  <message>
   <source>the text was erased, yet it is there</source>
   <translation>该文字已按规定删除，却仍然存在</translation>
  </message>
  <message>
   <source>the text was removed</source>
   <translation>该文字被去掉了</translation>
  </message>
  <message>
   <source>the ticket of the certificate is another one</source>
   <translation>证明中的工单是另一张</translation>
  </message>
  <message>
   <source>the ticket of the certificate is not in it</source>
   <translation>证明中没有所证明的工单</translation>
  </message>
  <message>
   <source>the title of the file is another one</source>
   <translation>文件标题不符</translation>
  </message>
  <message>
   <source>the witness saw another chain</source>
   <translation>见证记录的是另一条链</translation>
  </message>
  <message>
   <source>the witness saw it, and it is gone</source>
   <translation>见证文件见过它，现在已不在</translation>
  </message>
  <message>
   <source>ticket</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>tickets</source>
   <translation>工单</translation>
  </message>
  <message>
   <source>time</source>
   <translation>用时</translation>
  </message>
  <message>
   <source>times</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>to_call</source>
   <translation>待回拨</translation>
  </message>
  <message>
   <source>to_come</source>
   <translation>未开始</translation>
  </message>
  <message>
   <source>to_register</source>
   <translation>待登记</translation>
  </message>
  <message>
   <source>told</source>
   <translation>已告知</translation>
  </message>
  <message>
   <source>told_at</source>
   <translation>告知时间</translation>
  </message>
  <message>
   <source>trains</source>
   <translation>训练内容</translation>
  </message>
  <message>
   <source>transferred</source>
   <translation>转接</translation>
  </message>
  <message>
   <source>tries</source>
   <translation>未接次数</translation>
  </message>
  <message>
   <source>typed_at</source>
   <translation>录入时间</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>未变</translation>
  </message>
  <message>
   <source>unclear</source>
   <translation>没听清</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>unit</source>
   <translation>承办单位</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>不存在</translation>
  </message>
  <message>
   <source>unseen</source>
   <translation>保密未列</translation>
  </message>
  <message>
   <source>until</source>
   <translation>显示到</translation>
  </message>
  <message>
   <source>urgency</source>
   <translation>紧急程度</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>加急</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>有效</translation>
  </message>
  <message>
   <source>valid_from</source>
   <translation>生效日</translation>
  </message>
  <message>
   <source>valid_to</source>
   <translation>有效至</translation>
  </message>
  <message>
   <source>verbatim</source>
   <translation>逐字</translation>
  </message>
  <message>
   <source>version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>versions</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>view</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>voice</source>
   <translation>语音</translation>
  </message>
  <message>
   <source>wait_mean_s</source>
   <translation>平均等待秒数</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>待答复</translation>
  </message>
  <message>
   <source>wants_reply</source>
   <translation>要求回复</translation>
  </message>
  <message>
   <source>warning</source>
   <translation>注意</translation>
  </message>
  <message>
   <source>weekday-hour</source>
   <translation>星期-时</translation>
  </message>
  <message>
   <source>what</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>what changed</source>
   <translation>只念改动</translation>
  </message>
  <message>
   <source>whole</source>
   <translation>逐句复述</translation>
  </message>
  <message>
   <source>whole readback</source>
   <translation>逐句复述</translation>
  </message>
  <message>
   <source>why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已撤诉</translation>
  </message>
  <message>
   <source>within_15_s</source>
   <translation>15 秒内接通</translation>
  </message>
  <message>
   <source>within_20_s</source>
   <translation>20 秒内接通</translation>
  </message>
  <message>
   <source>words</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>words {share} % alike</source>
   <translation>文字相近 {share}%</translation>
  </message>
  <message>
   <source>working day</source>
   <translation>上班</translation>
  </message>
  <message>
   <source>wrong_number</source>
   <translation>错号</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{category} does not go to {lead_unit} any more.</source>
   <translation>{category} 不再派给 {lead_unit}。</translation>
  </message>
  <message>
   <source>{category} goes to {lead_unit}.</source>
   <translation>{category} 派给 {lead_unit}。</translation>
  </message>
  <message>
   <source>{file}, row {row}: {reason}</source>
   <translation>{file} 第 {row} 行：{reason}</translation>
  </message>
  <message>
   <source>{file}: {reason}</source>
   <translation>{file}：{reason}</translation>
  </message>
  <message>
   <source>{hotline} Dispatch Slip</source>
   <translation>{hotline}交办单</translation>
  </message>
  <message>
   <source>{key}: {reason}</source>
   <translation>{key}：{reason}</translation>
  </message>
  <message>
   <source>{kind} · ticket {number} · issued {time}</source>
   <translation>{kind}　·　工单编号 {number}　·　出具时间 {time}</translation>
  </message>
  <message>
   <source>{lay} stands for {stands_for} no more.</source>
   <translation>“{lay}”不再对应{stands_for}。</translation>
  </message>
  <message>
   <source>{lay} stands for {stands_for}.</source>
   <translation>“{lay}”对应{stands_for}。</translation>
  </message>
  <message>
   <source>{lines} lines, the newest of {time} saw {n} rows</source>
   <translation>共 {lines} 条，最新一条 {time}，见到第 {n} 行</translation>
  </message>
  <message>
   <source>{name} {filename!r} is a directory.</source>
   <translation>{filename!r} 是文件夹（{name}）。</translation>
  </message>
  <message>
   <source>{name} {filename!r} is a file.</source>
   <translation>{filename!r} 是文件，不是文件夹（{name}）。</translation>
  </message>
  <message>
   <source>{name}: in order; {n} rules, {open} still to be confirmed by the centre.</source>
   <translation>{name}：无误；共 {n} 条规则，{open} 条待本中心确认。</translation>
  </message>
  <message>
   <source>{name}: {said}</source>
   <translation>{name}：{said}</translation>
  </message>
  <message>
   <source>{name}; no number is known.</source>
   <translation>{name}（未留联系电话）</translation>
  </message>
  <message>
   <source>{number}: done ({action}); the ticket is {state}.</source>
   <translation>{number}：已办理（{action}），工单状态：{state}。</translation>
  </message>
  <message>
   <source>{n} articles indexed.</source>
   <translation>已为 {n} 条知识建立索引。</translation>
  </message>
  <message>
   <source>{n} articles taken back.</source>
   <translation>已撤销 {n} 条。</translation>
  </message>
  <message>
   <source>{n} articles written.</source>
   <translation>已写出 {n} 条知识。</translation>
  </message>
  <message>
   <source>{n} drafts published.</source>
   <translation>已发布 {n} 份草稿。</translation>
  </message>
  <message>
   <source>{n} files attached.</source>
   <translation>已添加 {n} 个附件。</translation>
  </message>
  <message>
   <source>{n} places of this slip are left out for secrecy and marked {mark}.</source>
   <translation>本单有 {n} 处内容因保密略去，以“{mark}”标出。</translation>
  </message>
  <message>
   <source>{n} questions written.</source>
   <translation>已写入 {n} 个问题。</translation>
  </message>
  <message>
   <source>{n} rows checked, {broken} broken.</source>
   <translation>已校验 {n} 行，{broken} 行有问题。</translation>
  </message>
  <message>
   <source>{n} rows on {time}</source>
   <translation>截至 {time} 共 {n} 行</translation>
  </message>
  <message>
   <source>{n} tickets answered; {calls} callers want to hear it.</source>
   <translation>已答复 {n} 张工单；{calls} 位来电人要求回复。</translation>
  </message>
  <message>
   <source>{n} tickets joined the event.</source>
   <translation>{n} 张工单已并入该事件。</translation>
  </message>
  <message>
   <source>{n} words written.</source>
   <translation>已写入 {n} 个词。</translation>
  </message>
  <message>
   <source>{one}  {other}</source>
   <translation>{one}　{other}</translation>
  </message>
  <message>
   <source>{one}, {other}</source>
   <translation>{one}，{other}</translation>
  </message>
  <message>
   <source>{part} · {time} · items: {items} · {read}</source>
   <translation>{part}　·　{time}　·　{items} 项　·　{read}</translation>
  </message>
  <message>
   <source>{path}: full certificate of ticket {ticket}, check code {code}.</source>
   <translation>{path}：工单 {ticket} 的封存证明（全文件），校验码 {code}。</translation>
  </message>
  <message>
   <source>{path}: full certificate of ticket {ticket}.</source>
   <translation>{path}：工单 {ticket} 的封存证明（全文件）。</translation>
  </message>
  <message>
   <source>{path}: masked certificate of ticket {ticket}, check code {code}.</source>
   <translation>{path}：工单 {ticket} 的封存证明（遮蔽件），校验码 {code}。</translation>
  </message>
  <message>
   <source>{path}: masked certificate of ticket {ticket}.</source>
   <translation>{path}：工单 {ticket} 的封存证明（遮蔽件）。</translation>
  </message>
  <message>
   <source>{path}: slip {slip}, check code {code}, {masked} places left out.</source>
   <translation>{path}：交办单 {slip}，校验码 {code}，略去 {masked} 处。</translation>
  </message>
  <message>
   <source>{path}: {name}, {size} bytes.</source>
   <translation>{path}：{name}，{size} 字节。</translation>
  </message>
  <message>
   <source>{path}: {n} rows, verified.</source>
   <translation>{path}：{n} 行，校验无误。</translation>
  </message>
  <message>
   <source>{path}: {n} rows.</source>
   <translation>{path}：{n} 行。</translation>
  </message>
  <message>
   <source>{path}: {seconds} s</source>
   <translation>{path}：{seconds} 秒</translation>
  </message>
  <message>
   <source>{questions} questions: {later} come later, {out} of them fall out of the first ten; {earlier} come earlier, {into} of them into the first ten.</source>
   <translation>共 {questions} 题：{later} 题后移，其中 {out} 题跌出前十；{earlier} 题前移，其中 {into} 题进入前十。</translation>
  </message>
  <message>
   <source>{question} is no longer in the set {set}.</source>
   <translation>“{question}”已移出问题集“{set}”。</translation>
  </message>
  <message>
   <source>{question}: {gold}</source>
   <translation>{question}：{gold}</translation>
  </message>
  <message>
   <source>{scripts} scripts can be read; {refused} remarks.</source>
   <translation>可读取 {scripts} 个脚本，有 {refused} 处提示。</translation>
  </message>
  <message>
   <source>{value!r} is not a valid {number_type}.</source>
   <translation>{value!r} 不是 {number_type}。</translation>
  </message>
  <message>
   <source>{value!r} is not one of {choices}.</source>
   <translation>{value!r} 应为 {choices} 之一。</translation>
  </message>
  <message>
   <source>{value} is not a day such as 2026-11-23.</source>
   <translation>{value} 不是日期，应写成 2026-11-23。</translation>
  </message>
  <message>
   <source>{value} is not in the range {range}.</source>
   <translation>{value} 不在 {range} 范围内。</translation>
  </message>
  <message>
   <source>{words} (changed later)</source>
   <translation>{words}（后已更改）</translation>
  </message>
  <message>
   <source>{words} (the wording before)</source>
   <translation>{words}（原记）</translation>
  </message>
  <message>
   <source>{words} (to the wording before)</source>
   <translation>{words}（对原记）</translation>
  </message>
  <message>
   <source>{words}, {time}</source>
   <translation>{words}，{time}</translation>
  </message>
  <message>
   <source>{word} ({why})</source>
   <translation>{word}（{why}）</translation>
  </message>
  <message>
   <source>{year}: {n} working days, from {origin}.</source>
   <translation>{year} 年：{n} 个工作日，来源：{origin}。</translation>
  </message>
 </context>
</TS>
