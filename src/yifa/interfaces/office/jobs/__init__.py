"""后台任务: what is done without anybody asking, how far it is, what failed, what could not be delivered."""
