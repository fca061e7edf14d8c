"""Draws the frozen report on paper: PDF (`pdf`) and Excel (`workbook`), both in the form of Nghị định 30/2020/NĐ-CP."""
