"""VN Presence Desktop: a commune's register for the .biz.vn / .id.vn programme and its signed quarterly report."""
