"""What stands beside the pages: files made from the record, and the finished site put in place."""
